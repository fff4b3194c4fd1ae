import type { Sentence } from '../../../server-words/sentence.rules.js';

/** What is wrong with one picture or one file; it stands alone, or behind the place where the picture lies. */
const faults: Sentence[] = [
  ['is empty (0 bytes)', '비어 있음(0바이트)'],
  ['truncated at {#at} of {#all} bytes: the rest is zero', '{all}바이트 중 {at}바이트에서 잘림: 나머지는 0'],
  [
    'truncated at {#at} of at least {#all} bytes, inside {=part}',
    '{all}바이트 이상 중 {at}바이트에서 잘림({part} 안)',
  ],
  ['truncated at {#at} of {#all} bytes', '{all}바이트 중 {at}바이트에서 잘림'],
  ['truncated at {#at} bytes: the end marker (EOI) is missing', '{at}바이트에서 잘림: 끝 표시(EOI)가 없음'],
  ['truncated at {#at} bytes: the end chunk (IEND) is missing', '{at}바이트에서 잘림: 끝 청크(IEND)가 없음'],
  ['truncated at {#at} bytes: the picture ends too early', '{at}바이트에서 잘림: 사진이 중간에 끝남'],
  [
    'damaged: the checksum of {=part} at byte {#at} does not fit',
    '손상됨: {at}바이트의 {part} 체크섬이 맞지 않음',
  ],
  ['cannot be decoded: {=cause}', '디코딩할 수 없음: {cause}'],
  ['cannot be decoded', '디코딩할 수 없음'],
  ['cannot be read', '읽을 수 없음'],
  ['cannot be opened ({=code})', '열 수 없음({code})'],
  ['cannot be unpacked: {cause}', '압축을 풀 수 없음: {cause}'],
  ['is a {kind}, not an image', '사진이 아니라 {kind}'],
  ['is {=kind}, not an image', '사진이 아님({kind})'],
  [
    'is {=kind}, named like {=claimed}; JPEG, PNG, WebP, PGM and PPM are read',
    '형식은 {kind}, 이름은 {claimed}. JPEG, PNG, WebP, PGM, PPM만 읽음',
  ],
  ['is {=kind}; JPEG, PNG, WebP, PGM and PPM are read', '형식은 {kind}. JPEG, PNG, WebP, PGM, PPM만 읽음'],
  ['is {=kind}, named like {=claimed}', '형식은 {kind}, 이름은 {claimed}'],
  ['is {=size}, {#n} megapixels; the most is {#most}', '크기 {size}, {n}메가픽셀. 최대 {most}메가픽셀'],
  ['"{=kind}" is not PGM or PPM', 'PGM도 PPM도 아님: "{kind}"'],
  ['ends inside its header, before {what}', '머리글이 중간에 끝남: {what} 없음'],
  ['the width is not a number', '너비가 숫자가 아님'],
  ['the height is not a number', '높이가 숫자가 아님'],
  ['the maximum value is not a number', '최댓값이 숫자가 아님'],
  ['the width is too large', '너비가 너무 큼'],
  ['the height is too large', '높이가 너무 큼'],
  ['the maximum value is too large', '최댓값이 너무 큼'],
  ['the width', '너비'],
  ['the height', '높이'],
  ['the maximum value', '최댓값'],
  ['truncated: too short for {#n} values', '잘림: 값 {n}개에 모자람'],
  ['truncated at value {#n} of {#all}', '잘림: 값 {all}개 중 {n}번째까지'],
  ['is {=size}: a side is zero', '크기 {size}: 한 변이 0'],
  ['has the maximum value {#n}, outside 1..65535', '최댓값 {n}: 1..65535 밖'],
  ['sample {#n} is {#value}, above its maximum value {#most}', '{n}번째 값 {value}: 최댓값 {most} 초과'],
  ['value {#n} is not a number', '{n}번째 값이 숫자가 아님'],
  ['has {#n} bytes; the most is {#most}', '{n}바이트. 최대 {most}바이트'],
  ['has sharpness {#n}, below {#least}', '선명도 {n}, 기준 {least}'],
  ['is too dark: mean grey {#n}, below {#least}', '너무 어두움: 평균 밝기 {n}, 기준 {least}'],
  ['is too bright: mean grey {#n}, above {#most}', '너무 밝음: 평균 밝기 {n}, 기준 {most}'],
  ['is flat: deviation {#n}, below {#least}', '밋밋함: 편차 {n}, 기준 {least}'],
  ['leads outside of the root and is not read', '루트 폴더 밖을 가리켜 읽지 않음'],
  [
    'is a link that leads outside of the import roots and is not read',
    '가져오기 폴더 밖을 가리키는 링크라 읽지 않음',
  ],
  ['is not there', '없음'],
  ['has no root', '루트 폴더가 없음'],
  ['is no longer in the store', '저장소에 더는 없음'],
  ['is a link', '링크임'],
  ['is encrypted', '암호화됨'],
  ['unpacks to {#n} bytes; the most is {#most}', '풀면 {n}바이트. 최대 {most}바이트'],
  ['unpacks to more than {#n} times its size', '풀면 {n}배 넘게 커짐'],
  ['an entry unpacks to more than it says', '적힌 크기보다 더 크게 풀림'],
  [
    'has no class: put it into a folder named after its class, or send a label',
    '클래스가 없음. 클래스 이름의 폴더에 넣거나 라벨을 함께 보내세요',
  ],
  ['has a class name of more than {#n} characters', '클래스 이름이 {n}자보다 김'],
  ['has a zero character in its name or class', '이름이나 클래스에 널 문자가 있음'],
  ['class "{=name}" is not in training', '학습에 없는 클래스 "{name}"'],
  ['label {=label} is negative', '라벨 {label}은 음수'],
  [
    'label {#label} with {#n} class{|es}: would train against an all-zero target',
    '클래스 {n}개에 라벨 {label}: 모두 0인 목표로 학습하게 됨',
  ],
  [
    '"{=name}" is {#here} here and {#there} elsewhere',
    '"{name}"의 번호가 여기서는 {here}, 다른 곳에서는 {there}',
  ],
  [
    '{#n} is "{=here}" here and "{=there}" elsewhere',
    '번호 {n}의 이름이 여기서는 "{here}", 다른 곳에서는 "{there}"',
  ],
  // what is wrong with a line of a manifest
  ['ends in a carriage return', '캐리지 리턴으로 끝남'],
  ['is written in CP949, not in UTF-8', 'UTF-8이 아니라 CP949로 쓰임'],
  ['is blank', '빈 줄'],
  ['has a label name of more than {#n} characters', '라벨 이름이 {n}자보다 김'],
  ['is {what}; the dataset takes {=size} only (STRICT)', '{what}. 이 데이터셋은 {size} 크기만 받음(STRICT)'],
  [
    'is {what}; the dataset takes plain colour only (expandGrey is off)',
    '{what}. 이 데이터셋은 컬러 사진만 받음(expandGrey 꺼짐)',
  ],
  [
    'is sent as "{=name}", and its pixels are in the dataset as "{=label}" already',
    '"{name}"로 보냈지만 같은 픽셀이 데이터셋에 "{label}"로 이미 있음',
  ],
  ['looks like a header', '머리글로 보임'],
  [
    'holds a zero byte: save the manifest as text in UTF-8',
    '0바이트가 있음. 목록을 UTF-8 텍스트로 저장하세요',
  ],
  [
    'has a quote that is not closed, or text behind a closed one',
    '따옴표가 닫히지 않았거나 닫힌 뒤에 글자가 있음',
  ],
  ['has an empty path', '경로가 비었음'],
  ['has an empty label name', '라벨 이름이 비었음'],
  ['has the label "{=label}", which is not an integer', '정수가 아닌 라벨 "{label}"'],
  [
    'has a comma inside quotes: read as one field, cut in two by readers that split at commas',
    '따옴표 안에 쉼표가 있음. 한 칸으로 읽었지만 쉼표로만 나누는 도구는 둘로 자름',
  ],
  ['is delimited by {mark}, not by comma', '쉼표가 아니라 {mark}로 나뉨'],
  [
    'has {#n} column{|s}, not 3 (a comma in a path needs quotes)',
    '열이 3개가 아니라 {n}개(경로의 쉼표에는 따옴표가 필요함)',
  ],
  ['has {#n} column{|s}, not 3', '열이 3개가 아니라 {n}개'],
];

const places: Sentence[] = [
  ['row {#n} ({=path})', '{n}행({path})'],
  ['row {#n}', '{n}행'],
  ['the file starts with a byte order mark', '파일이 바이트 순서 표시(BOM)로 시작합니다'],
  ['line {#n} of {=path}: the archive has no such file', '{path}의 {n}행: 압축 파일에 없는 파일'],
  ['{#n} row{|s} of {#all}: {example}.', '{all}행 중 {n}행. 예: {example}.'],
];

// A picture may have several of them: "greyscale / palette".
const colours: Sentence[] = [
  ['greyscale', '흑백'],
  ['with an alpha channel', '알파 채널'],
  ['palette', '팔레트'],
  ['CMYK', 'CMYK'],
];

// They stand before the faults behind a place, which would take "line 7" for one.
const lines: Sentence[] = [
  ['line {#n} {!fault}', '{n}행: {fault}'],
  ['{!fault}, and {#more} more line{|s}.', '{fault}. 그 밖에 {more}행이 더 있습니다.'],
];

/** What is wrong with pictures and with lines of manifests. */
export const pictures: Sentence[] = [
  ...faults,
  ...lines,
  ...colours,
  ...colours.map(([from, to]): Sentence => [`${from} / {rest}`, `${to} / {rest}`]),
  // "row 7 (a.jpg) is empty (0 bytes)", "a.jpg: is empty (0 bytes)"
  ...faults.map(([from, to]): Sentence => [`{where} ${from}`, `{where}: ${to}`]),
  ...places,
];
