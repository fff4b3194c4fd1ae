import { describe, expect, it } from 'vitest';
import { translate as korean, sentences } from '../i18n/ko/sentences/index.js';
import { translator } from './sentence.rules.js';

describe('sentences of the server in Korean', () => {
  // as the server writes them: steps, findings, the trigger's clauses, the inspector, the queue, refusals
  it.each([
    ['step 163 of 400, 80.0 images/s', '400스텝 중 163, 초당 80.0장'],
    ['200 training and 50 validation pictures of 5 classes: WARN', '학습 200장, 검증 50장, 클래스 5개: 주의'],
    ['400 batches of 50 can be filled', '50장짜리 배치 400개를 모두 채울 수 있음'],
    [
      '11 of 200 training labels (5.5 %) are outvoted by their 3 nearest neighbours, e.g. haneul/09.jpg: haneul, looks like mira.',
      '학습 라벨 200개 중 11개(5.5 %)가 가장 가까운 이웃 3장과 다릅니다. 예: haneul/09.jpg, 라벨은 haneul, 닮은 쪽은 mira입니다.',
    ],
    [
      '1 pair of the training split look alike (at most 4 of 64 bits differ).',
      '학습 사진 1쌍이 서로 비슷합니다 (64비트 중 최대 4비트 차이).',
    ],
    ['keep one of each pair', '쌍마다 하나만 남기세요'],
    [
      '400 steps on WASM, relaxed SIMD, 2 threads, 57.3 images/s, validation accuracy 100.00 % at the last of 8 looks',
      '400스텝, WASM, relaxed SIMD, 2 threads, 초당 57.3장, 마지막 검증 정확도 100.00 % (8번 확인)',
    ],
    ['0 new', '새 사진 0장'],
    ['12 new, 8 of them joon', '새 사진 12장, 그중 joon 8장'],
    ['automatic on, pipeline active', '자동 실행 켜짐, 파이프라인 활성'],
    ['quiet for 120 s, or the first waits 1800 s', '120초 동안 조용하거나 첫 사진이 1800초를 기다림'],
    [
      '[3,3,16,32] is [height, width, in, out]: 32 filters of 3x3 over 16 channels; 48x48x16 becomes 48x48x32, pooled 2x2 to 24x24x32',
      '[3,3,16,32]의 순서는 [높이, 너비, 입력, 출력]: 채널 16개를 보는 3x3 필터 32개. 48x48x16 → 48x48x32, 2x2 풀링 뒤 24x24x32',
    ],
    [
      '6x6x128 laid out as 4608 numbers, each joined to each of 512 outputs',
      '6x6x128 값을 숫자 4608개로 펼쳐 출력 512개 모두와 연결',
    ],
    [
      'HOLD: 41 of 50 right (82.00 %), Wilson 95 % interval 69.20 % to 90.23 %, floor 40 %.',
      '보류: 50장 중 41장 정답(82.00 %), 윌슨 95 % 구간 69.20 %–90.23 %, 하한 40 %.',
    ],
    [
      'Below 0.50 this version says "unknown" to 0 of 50 validation pictures; 100.0 % of the others are right. That reaches 95.0 %, and so would 0.00 already.',
      '0.50보다 확신이 낮으면 모름이라 답합니다. 검증 50장 중 0장이 그렇고, 나머지는 100.0 %가 정답입니다. 95.0 %에 이르며, 0.00로도 충분합니다.',
    ],
    [
      'CLASS_TOO_SMALL: 1 of 2 classes have fewer than 5 training pictures; the smallest is bo with 4.',
      'CLASS_TOO_SMALL: 클래스 2개 중 1개는 학습 사진이 5장보다 적습니다. 가장 적은 것은 bo 4장입니다.',
    ],
    [
      'Pipeline door failed in VALIDATE: CLASS_TOO_SMALL: 1 of 2 classes have fewer than 5 training pictures; the smallest is bo with 4. Blocked after the same failure three times in a row.',
      '파이프라인 door, 데이터 검증 단계 실패: CLASS_TOO_SMALL: 클래스 2개 중 1개는 학습 사진이 5장보다 적습니다. 가장 적은 것은 bo 4장입니다. 같은 실패가 세 번 이어져 막혔습니다.',
    ],
    [
      'Queue training of door is BLOCKED: the queue is full and nothing has been taken for 35 s: the consumer is stuck',
      'door의 학습 큐, 막힘: 큐가 가득 찼고 35초째 꺼내 가지 않습니다. 소비자가 멈췄습니다',
    ],
    ['add 1 picture of bo', 'bo의 사진 1장을 추가하세요'],
    [
      'No validation split was given: a run holds 2 of 9 pictures back for validation, pictures that look alike on one side.',
      '검증 사진이 없습니다. 실행할 때 사진 9장 중 2장을 검증용으로 남기며, 비슷한 사진은 한쪽에 둡니다.',
    ],
    [
      'TIER_MIX: incident time was asked for as engaged time; it is known as 99.97 % engaged time, 0.01 % hands-on time, 0.02 % open time.',
      '인시던트 시간(대응 시간)은 이렇게 알려져 있습니다: 대응 99.97 %, 직접 작업 0.01 %, 열림 0.02 %.',
    ],
    ['There is no service with the key "search".', '없는 서비스 키입니다: "search".'],
    // several sentences, each with its own pattern
    [
      '12 of 40 files are damaged: row 3 (a.jpg) is empty (0 bytes). Dropped by quarantine.',
      '파일 40개 중 12개가 손상됐습니다. 예: 3행(a.jpg): 비어 있음(0바이트). 격리로 제외했습니다.',
    ],
    [
      '3 of 40 files not found, e.g. Mira/01.jpg. Turning backslashes into slashes finds 2 of them. Ignoring upper and lower case finds it.',
      '파일 40개 중 3개를 찾을 수 없습니다. 예: Mira/01.jpg. 역슬래시를 슬래시로 바꾸면 그중 2개를 찾습니다. 대소문자를 무시하면 그 파일을 찾습니다.',
    ],
    [
      'rewrite the manifest with slashes; rewrite the manifest in the case of the files',
      '목록의 경로를 슬래시로 다시 쓰세요; 목록의 대소문자를 파일에 맞추세요',
    ],
    [
      '1 pair of the training split look alike (at most 4 of 64 bits differ). Accepted by kim: It is fine. Really.',
      '학습 사진 1쌍이 서로 비슷합니다 (64비트 중 최대 4비트 차이). kim 수락: It is fine. Really.',
    ],
    [
      'line 7 has 2 columns, not 3, and 4 more lines.',
      '7행: 열이 3개가 아니라 2개. 그 밖에 4행이 더 있습니다.',
    ],
    ['instances[0]: DECODE_ERROR: is empty (0 bytes).', '보낸 사진: 비어 있음(0바이트).'],
    [
      'Queue "shuffle_batch" (training): the input ended before its end: 8 batches and a rest of 0 were due, 3 and 10 came; the producer died, and 160 rows went through before, so about 2 of 400 rows are bad. Reading all 400 rows again: 2 cannot be used (DECODE_ERROR 2).',
      '큐 "shuffle_batch"(학습): 입력이 끝나기 전에 멈췄습니다. 배치 8개와 나머지 0행이 와야 합니다. 온 배치: 3, 나머지: 10. 읽기가 멈췄습니다: 그 전에 160행을 읽었으니 400행 중 약 2행이 나쁩니다. 400행을 모두 다시 읽었더니 2행을 쓸 수 없습니다(DECODE_ERROR 2).',
    ],
    [
      'version 4 live; 50 golden pictures on WASM, ONNX Runtime within 1.2e-7',
      'v4 서비스 중. 기준 사진 50장, WASM, ONNX 오차 1.2e-7',
    ],
    [
      'not deployed: HOLD. To show that the candidate is not worse by more than 2 %, add at least 40 validation images (now 50).',
      '배포하지 않음: 보류. 후보가 2 %보다 더 나쁘지 않음을 보이려면 검증 사진을 40장 이상 더하세요 (지금 50장).',
    ],
    ['RESOURCE: The disk is full. (ENOSPC)', 'RESOURCE: 디스크가 가득 찼습니다. (ENOSPC)'],
    ['weeklyHours lies between 0 and 168.', '주당 시간: 0에서 168 사이입니다.'],
    [
      'No engine can train here. native: The stock library was not downloaded. wasm: computes in FP32 only, BF16 was asked for.',
      '여기서 학습할 수 있는 엔진이 없습니다. native: 기본 라이브러리를 내려받지 않았습니다. wasm: FP32로만 계산하는데 BF16이 필요합니다.',
    ],
    // names that people gave are no words, whatever they are called
    ['add 3 pictures of person', 'person의 사진 3장을 추가하세요'],
    ['12 new, 8 of them constructor', '새 사진 12장, 그중 constructor 8장'],
    [
      'A run of this pipeline is queued or running.',
      '이 파이프라인의 실행이 이미 대기 중이거나 진행 중입니다.',
    ],
    [
      '1 pair of the training split look alike (at most 4 of 64 bits differ). Accepted.',
      '학습 사진 1쌍이 서로 비슷합니다 (64비트 중 최대 4비트 차이). 수락했습니다.',
    ],
    [
      '2 of 39 files not found, e.g. x0.pgm. Not dropped: quarantine takes at most 5 %, and 2 of 39 rows are bad.',
      '파일 39개 중 2개를 찾을 수 없습니다. 예: x0.pgm. 제외하지 않았습니다. 격리는 최대 5 %까지인데 39행 중 2행이 잘못됐습니다.',
    ],
    ['line 2 is blank, and 2 more lines.', '2행: 빈 줄. 그 밖에 2행이 더 있습니다.'],
    ['line 3 is written in CP949, not in UTF-8.', '3행: UTF-8이 아니라 CP949로 쓰임.'],
    [
      '2 pairs across the splits look alike (at most 4 of 64 bits differ), 1 of them mirrored: 2 of 21 validation pictures (9.5 %).',
      '학습과 검증에 걸쳐 2쌍이 비슷합니다 (64비트 중 최대 4비트 차이, 좌우가 뒤집힌 1쌍 포함). 검증 21장 중 2장(9.5 %)입니다.',
    ],
  ])('%s', (english, expected) => {
    expect(korean(english)).toBe(expected);
  });
  it('translates a value that has to be known, or nothing', () => {
    const say = translator([['{=place}: {!fault}.', '{place}에서 {fault}']], { broken: '고장' });
    expect(say('hall: broken.')).toBe('hall에서 고장');
    expect(say('hall: odd.')).toBe('hall: odd.');
  });
  it('reads either of the words that say the same', () => {
    const say = translator([['{#n} lamp{ is|s are} out', '전등 {n}개']], {});
    expect([say('1 lamp is out'), say('2 lamps are out')]).toEqual(['전등 1개', '전등 2개']);
  });
  it('takes no value over the end of a sentence, unless it may hold several', () => {
    const say = translator(
      [
        ['Gone: {what}.', '없음: {what}.'],
        ['All of {*what} end', '{what} 끝'],
        ['Lost.', '잃음.'],
      ],
      {},
    );
    expect(say('Gone: one. Lost.')).toBe('없음: one. 잃음.');
    expect(say('All of Gone: one. Lost. end')).toBe('없음: one. 잃음. 끝');
  });
  it('leaves what nobody has translated as it is', () => {
    expect(korean('A sentence that nobody knows.')).toBe('A sentence that nobody knows.');
  });
  it('names in Korean only what the English sentence holds, and holds no sentence twice', () => {
    const named = (text: string) => new Set([...text.matchAll(/\{[#@=*!]?(\w+)\}/g)].map((hit) => hit[1]));
    const strange = sentences.filter(([from, to]) => [...named(to)].some((name) => !named(from).has(name)));
    expect(strange).toEqual([]);
    expect(new Set(sentences.map(([from]) => from)).size).toBe(sentences.length);
  });
});
