import type { Sentence } from '../../../server-words/sentence.rules.js';

/** What finds the paths of a manifest that are not there. */
const probes: Sentence[] = [
  ['Stripping a trailing carriage return finds {which}.', '끝의 캐리지 리턴을 떼면 {which} 찾습니다.'],
  ['Stripping spaces around the path finds {which}.', '경로 앞뒤의 공백을 떼면 {which} 찾습니다.'],
  ['Turning backslashes into slashes finds {which}.', '역슬래시를 슬래시로 바꾸면 {which} 찾습니다.'],
  [
    'Composing the letters of the path (Unicode NFC) finds {which}.',
    '경로의 글자를 합치면(유니코드 NFC) {which} 찾습니다.',
  ],
  [
    'Decomposing the letters of the path (Unicode NFD) finds {which}.',
    '경로의 글자를 풀면(유니코드 NFD) {which} 찾습니다.',
  ],
  ['Ignoring upper and lower case finds {which}.', '대소문자를 무시하면 {which} 찾습니다.'],
  ['Leaving "{=lead}" out of the paths finds {which}.', '경로에서 "{lead}" 부분을 빼면 {which} 찾습니다.'],
  ['A folder below the root finds {which}.', '루트 아래 폴더에서 {which} 찾습니다.'],
  ['The root {=root} finds {which}.', '루트 {root}에서 {which} 찾습니다.'],
  ['{#n} of them', '그중 {n}개를'],
  ['all of the first {#n}', '처음 {n}개를 모두'],
  ['rewrite the manifest without carriage returns', '목록을 캐리지 리턴 없이 다시 쓰세요'],
  ['rewrite the manifest without spaces around its paths', '목록을 경로 앞뒤 공백 없이 다시 쓰세요'],
  ['rewrite the manifest with slashes', '목록의 경로를 슬래시로 다시 쓰세요'],
  ['rewrite the manifest in Unicode {form}', '목록을 유니코드 {form}로 다시 쓰세요'],
  ['rewrite the manifest in the case of the files', '목록의 대소문자를 파일에 맞추세요'],
  [
    'write the paths relative to the root, without "{=lead}"',
    '"{lead}" 없이 루트를 기준으로 한 경로를 쓰세요',
  ],
  ['set the root to that folder', '그 폴더를 루트로 정하세요'],
  ['set the root to {=root}', '루트를 바꾸세요: {root}'],
];

/** What helps against a finding; probing may name several, one after the other. */
export const remedies: Sentence[] = [
  ['add {#n} picture{|s} of {=name}', '{name}의 사진 {n}장을 추가하세요'],
  ['add pictures of a second class', '둘째 클래스의 사진을 추가하세요'],
  ['add pictures of {=name}', '{name}의 사진을 추가하세요'],
  ['add pictures, or repair the rows that cannot be read', '사진을 추가하거나 읽을 수 없는 행을 고치세요'],
  ['add rows to the manifest', '목록에 행을 추가하세요'],
  ['give a validation manifest to choose them yourself', '직접 고르려면 검증 목록을 주세요'],
  ['keep one of each pair', '쌍마다 하나만 남기세요'],
  ['look at these pictures and correct their labels', '사진을 보고 라벨을 고치세요'],
  ['put pictures that look alike into one split', '비슷한 사진은 학습이나 검증 한쪽에만 두세요'],
  ['drop the copies', '사본을 지우세요'],
  ['drop them from one split', '한쪽에서 빼세요'],
  ['decide on one label and drop the other row', '라벨 하나로 정하고 다른 행은 빼세요'],
  ['set the root, or rewrite the manifest', '루트 폴더를 정하거나 목록 파일을 다시 쓰세요'],
  ['put the manifest back', '목록 파일을 되돌려 놓으세요'],
  ['exclude the row', '이 행을 빼세요'],
  ['convert them', '변환하세요'],
  ['rename them, or decode by content', '이름을 바꾸거나 내용대로 디코딩하세요'],
  ['quarantine, or fetch the file again', '격리하거나 파일을 다시 받으세요'],
  [
    'resize (sizePolicy RESIZE) or crop (CENTER_CROP), or change the contract',
    '크기를 바꾸거나(RESIZE) 가운데를 자르거나(CENTER_CROP) 모델의 입력을 바꾸세요',
  ],
  [
    'resize + expand grey (sizePolicy RESIZE or CENTER_CROP, expandGrey true)',
    '크기를 바꾸고(RESIZE 또는 CENTER_CROP) 흑백을 넓히세요(expandGrey)',
  ],
  ['resize, or change the contract', '크기를 바꾸거나 모델의 입력을 바꾸세요'],
  ['expand grey to RGB (expandGrey) / drop alpha', '흑백을 RGB로 넓히거나(expandGrey) 알파를 버리세요'],
  ['expand to RGB / drop alpha', 'RGB로 넓히거나 알파를 버리세요'],
  ['rescale', '8비트로 줄이세요'],
  ['replace them with sharper pictures', '더 선명한 사진으로 바꾸세요'],
  ['replace them, or correct their brightness', '바꾸거나 밝기를 고치세요'],
  [
    'free the resource, or give the account of this product the right to read',
    '자원을 비우거나 읽기 권한을 주세요',
  ],
  ['free the resource and start again', '자원을 비우고 다시 시작하세요'],
  ['number the classes 0 to classes - 1', '클래스 번호를 0부터 차례로 매기세요'],
  [
    'give every name one number, and every number one name',
    '이름마다 번호 하나, 번호마다 이름 하나를 주세요',
  ],
  ['add training pictures of the class, or drop the rows', '이 클래스의 학습 사진을 더하거나 행을 빼세요'],
  ['add validation pictures of the class', '이 클래스의 검증 사진을 더하세요'],
  ['add training pictures of the class', '이 클래스의 학습 사진을 더하세요'],
  ['make all pictures grey, or all of them coloured', '모두 흑백으로, 또는 모두 컬러로 맞추세요'],
  ['shuffle all rows', '모든 행을 섞으세요'],
  [
    'look at the new pictures, then accept the finding or start a run by hand',
    '새 사진을 살펴본 뒤 이 결과를 수락하거나 직접 실행하세요',
  ],
  [
    'keep the classes that exist and append new ones, or import the data under a new key',
    '있는 클래스는 그대로 두고 새 클래스를 뒤에 붙이거나, 새 키로 가져오세요',
  ],
  [
    'keep the whole log: the first exception in it counts',
    '로그 전체를 보관하세요. 처음 나온 예외가 원인입니다',
  ],
  ['left out as if it were not there; delete the line', '없는 줄로 보고 뺐습니다. 줄을 지우세요'],
  ['left out; delete the line', '뺐습니다. 줄을 지우세요'],
  [
    'read as if it were not there; save without byte order mark',
    '없는 것으로 보고 읽었습니다. 바이트 순서 표시 없이 저장하세요',
  ],
  [
    'save the list in UTF-8, or open it with the encoding it has',
    '목록을 UTF-8로 저장하거나 그 인코딩으로 여세요',
  ],
  ['read as CP949; save in UTF-8', 'CP949로 읽었습니다. UTF-8로 저장하세요'],
  [
    'read as if it were not there; save with LF line ends',
    '없는 것으로 보고 읽었습니다. LF 줄바꿈으로 저장하세요',
  ],
  ['save the manifest without byte order mark', '목록을 바이트 순서 표시 없이 저장하세요'],
  ['save the manifest with LF line ends', '목록을 LF 줄바꿈으로 저장하세요'],
  [
    'write path,name,label on every line, without blank lines',
    '빈 줄 없이 줄마다 경로, 이름, 라벨을 쓰세요(path,name,label)',
  ],
  ['write path,name,label', '경로, 이름, 라벨 순서로 쓰세요(path,name,label)'],
  ['delimit by commas', '쉼표로 나누세요'],
  [
    'delete the header; write the number of the class in the third column',
    '머리글을 지우고 셋째 열에 클래스 번호를 쓰세요',
  ],
  ['write the number of the class in the third column', '셋째 열에 클래스 번호를 쓰세요'],
  [
    'rename the file without a comma for readers that split at commas',
    '쉼표로 나누는 도구를 위해 파일 이름에서 쉼표를 빼세요',
  ],
  ...probes,
];
