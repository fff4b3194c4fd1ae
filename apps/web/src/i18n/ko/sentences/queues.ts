import type { Sentence } from '../../../server-words/sentence.rules.js';

/** How an input queue is doing. */
const health: Sentence[] = [
  ['closed early: {#n} of {#all} rows arrived', '일찍 닫힘: {all}행 중 {n}행만 도착'],
  ['the input has ended; {#n} rows are left', '입력이 끝났습니다. {n}행이 남았습니다'],
  [
    '{#ready} of {#batch} rows are there and nothing has arrived for {#n} s',
    '{batch}행 중 {ready}행만 있고 {n}초째 도착한 것이 없습니다',
  ],
  [
    '{#ready} of {#batch} rows are there and the consumer has waited for {#n} s',
    '{batch}행 중 {ready}행만 있고 학습이 {n}초째 기다립니다',
  ],
  ['{#ready} rows are there, a batch takes {#batch}', '{ready}행이 있고 배치에는 {batch}행이 필요합니다'],
  [
    'the queue is full and nothing has been taken for {#n} s: the consumer is stuck',
    '큐가 가득 찼고 {n}초째 꺼내 가지 않습니다. 소비자가 멈췄습니다',
  ],
  [
    'capacity {#n} is below {#kept} kept back plus a batch of {#batch}',
    '용량 {n}: 남겨 둘 {kept}행과 배치 {batch}행을 합친 것보다 작음',
  ],
  ['capacity {#n} below batch {#batch}', '용량 {n}: 배치 {batch}보다 작음'],
  ['The input queue was closed.', '입력 큐가 닫혔습니다.'],
];

/** What speaks against a plan before anything is trained, and what helps. */
const plans: Sentence[] = [
  ['{split} list is empty: 0 usable images', '{split} 목록이 비었습니다. 쓸 수 있는 사진이 0장입니다'],
  [
    'each batch holds copies: {#n} rows from {#all} images',
    '배치마다 같은 사진이 들어갑니다: 사진 {all}장으로 {n}행',
  ],
  ['a batch of at most {#n}, or {#more} more images', '배치를 {n} 이하로 줄이거나 사진 {more}장을 더하세요'],
  [
    '{#n} usable image{|s|es}, batch {#batch}, repeat off, partial batch off: no batch can ever be filled',
    '쓸 수 있는 사진 {n}장, 배치 {batch}, 반복 꺼짐, 부분 배치 꺼짐: 배치를 하나도 채울 수 없습니다',
  ],
  [
    '{#n} usable image{|s|es} in {#epochs} epochs, batch {#batch}, repeat off, partial batch off: no batch can ever be filled',
    '쓸 수 있는 사진 {n}장, 에포크 {epochs}번, 배치 {batch}, 반복 꺼짐, 부분 배치 꺼짐: 배치를 하나도 채울 수 없습니다',
  ],
  [
    'smaller batch / repeat / allow partial / add {#n} image{|s|es}',
    '배치를 줄이거나, 반복을 켜거나, 남은 배치를 허용하거나, 사진 {n}장을 더하세요',
  ],
  [
    'data ends after {#n} batch{|s|es}, loop wants {#steps}',
    '데이터는 배치 {n}개 뒤에 끝나는데 {steps}스텝이 필요합니다',
  ],
  [
    'repeat, more epochs, or at most {#n} step{|s|es}',
    '반복을 켜거나, 에포크를 늘리거나, 최대 {n}스텝만 돌리세요',
  ],
];

/** What the queue doctor says; what it read in the text of another program stays as it was. */
const doctor: Sentence[] = [
  ['Queue "{=name}" ({split}): {*rest}', '큐 "{name}"({split}): {rest}'],
  ['Queue "{=name}": {*rest}', '큐 "{name}": {rest}'],
  [
    'num_epochs keeps its counter in a local variable that was never initialised: run the local initialiser before the queue runners start',
    'num_epochs는 초기화하지 않은 로컬 변수에 횟수를 셉니다. 큐 러너를 시작하기 전에 로컬 변수를 초기화하세요',
  ],
  [
    'no producer attached: the queue is open and empty, and nobody fills it; start the queue runners',
    '큐가 열려 있고 비었는데 채우는 쪽이 없습니다. 큐 러너를 시작하세요',
  ],
  ['not a shortage of data: the input repeats for ever', '데이터 부족이 아닙니다. 입력은 끝없이 반복됩니다'],
  ['there is not one usable row', '쓸 수 있는 행이 하나도 없습니다'],
  [
    'there is not one usable row: a producer that repeats nothing for ever dies at once',
    '쓸 수 있는 행이 하나도 없습니다. 없는 것을 끝없이 되풀이하는 읽기는 바로 멈춥니다',
  ],
  ['no batch can ever be filled', '배치를 하나도 채울 수 없습니다'],
  [
    'not an error: {over} of {#rows} rows make {#n} batches of {#batch}, {#left} rows are left over, and all of them were served',
    '오류가 아닙니다. {rows}행을 {over} 읽으면 {batch}행짜리 배치 {n}개와 나머지 {left}행이 되고, 모두 제공했습니다',
  ],
  [
    'not an error: {over} of {#rows} rows make {#n} batches of {#batch}, and all of them were served',
    '오류가 아닙니다. {rows}행을 {over} 읽으면 {batch}행짜리 배치 {n}개가 되고, 모두 제공했습니다',
  ],
  ['{!because}; the producer died, and {extent}', '{because}. 읽기가 멈췄습니다: {extent}'],
  ['{!because}; the producer died', '{because}. 읽기가 멈췄습니다'],
  ['{#n} epochs', '에포크 {n}번'],
  [
    'the input ended before its end: {#n} batches and a rest of {#left} were due, {served} and {rest} came',
    '입력이 끝나기 전에 멈췄습니다. 배치 {n}개와 나머지 {left}행이 와야 합니다. 온 배치: {served}, 나머지: {rest}',
  ],
  [
    'it died on its first row: all {#n} rows are likely bad',
    '첫 행에서 멈췄으니 {n}행이 모두 나쁠 수 있습니다',
  ],
  [
    'every row had been read at least once, so no row is to blame: look for resources, another thread, or a stop',
    '모든 행을 한 번은 읽었으니 행 탓이 아닙니다. 자원, 다른 스레드, 중지 여부를 살펴보세요',
  ],
  [
    '{#n} of {#all} rows went through before, so hardly more than the one it died on is bad',
    '그 전에 {all}행 중 {n}행을 읽었으니 나쁜 행은 멈춘 그 행 말고는 거의 없습니다',
  ],
  [
    '{#n} rows went through before, so about {#bad} of {#all} rows {is|are} bad',
    '그 전에 {n}행을 읽었으니 {all}행 중 약 {bad}행이 나쁩니다',
  ],
  ['a producer that reads these rows dies on a bad one', '이 행들을 읽으면 나쁜 행에서 멈춥니다'],
  [
    'the first exception is the cause, a closed queue its consequence: {=evidence}',
    '처음 나온 예외가 원인이고, 닫힌 큐는 그 결과입니다: {evidence}',
  ],
  ['the text shows {=code}: {=evidence}', '문구에 {code} 징후가 있습니다: {evidence}'],
  ['the training has stopped', '학습이 멈췄습니다'],
  ['nothing in the data stops a queue', '데이터에는 큐를 멈출 것이 없습니다'],
  [
    'the text alone does not decide: name the plan (rows, batch, epochs) and the batches served, or a dataset to read again',
    '문구만으로는 판단할 수 없습니다. 계획(행, 배치, 에포크)과 제공한 배치 수를 적거나, 다시 읽을 데이터셋을 고르세요',
  ],
  ['Reading all {#n} rows again found every one usable.', '{n}행을 모두 다시 읽었고 전부 쓸 수 있습니다.'],
  [
    'Reading all {#n} rows again: {#bad} cannot be used ({=codes}).',
    '{n}행을 모두 다시 읽었더니 {bad}행을 쓸 수 없습니다({codes}).',
  ],
  ['The text shows first: {=evidence}', '문구에 처음 나오는 것: {evidence}'],
  ['run the local initialiser first', '로컬 변수를 먼저 초기화하세요'],
  ['start the queue runners', '큐 러너를 시작하세요'],
  ['look for the first exception in the log by time', '로그에서 시간순으로 처음 나온 예외를 찾으세요'],
  ['decode by content, or convert the files', '내용대로 디코딩하거나 파일을 변환하세요'],
  [
    'look at the list of files: it is empty, or its pattern matches nothing',
    '파일 목록을 확인하세요. 비었거나 패턴에 맞는 파일이 없습니다',
  ],
  [
    'write the record file anew with the features that are read',
    '읽는 특성을 담아 레코드 파일을 다시 쓰세요',
  ],
  ['write the record file anew', '레코드 파일을 다시 쓰세요'],
  [
    'give the queues names of their own, and one type and shape for each component',
    '큐마다 다른 이름을 주고, 구성 요소마다 자료형과 모양을 하나로 맞추세요',
  ],
  [
    'look at the augmentation: its ranges make values that are no numbers',
    '증강 범위를 확인하세요. 숫자가 아닌 값이 나옵니다',
  ],
  ['repeat the data, or ask for fewer steps', '데이터를 반복하거나 스텝을 줄이세요'],
  ['more workers, or a cache of decoded pictures', '작업자를 늘리거나 디코딩한 사진을 캐시하세요'],
];

/** What is said of input queues. */
export const queues: Sentence[] = [...health, ...plans, ...doctor];
