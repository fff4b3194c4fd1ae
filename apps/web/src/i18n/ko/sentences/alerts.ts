import type { Sentence } from '../../../server-words/sentence.rules.js';

/** Titles of alerts, and of the incidents that they open. */
export const alerts: Sentence[] = [
  [
    'Pipeline {=key} failed in {step}: {*reason} Blocked after the same failure three times in a row.',
    '파이프라인 {key}, {step} 단계 실패: {reason} 같은 실패가 세 번 이어져 막혔습니다.',
  ],
  ['Pipeline {=key} failed in {step}: {*reason}', '파이프라인 {key}, {step} 단계 실패: {reason}'],
  ['Pipeline {=key} waits for a person: {*reason}', '파이프라인 {key}, 사람의 확인을 기다립니다: {reason}'],
  ['Queue {queue} of {=key} is {state}: {*cause}', '{key}의 {queue} 큐, {state}: {cause}'],
  [
    'The shadow of {=key} waits for a person: {*reason}',
    '{key}의 섀도 모델, 사람의 확인을 기다립니다: {reason}',
  ],
  ['A model of {=key} was rolled back: {*reason}', '{key}의 모델을 되돌렸습니다: {reason}'],
  ['{=service}: the toil budget is used up ({share} %)', '{service}: 토일 예산을 다 썼습니다({share} %)'],
  [
    '{=service}: toil burns {pace} times as fast as budgeted ({share} % used)',
    '{service}: 토일이 예산보다 {pace}배 빠르게 늘어납니다({share} % 사용)',
  ],
  [
    '{=key} saves only {#percent} % of what it claims: people still do the task by hand',
    '자동화 {key}: 주장한 절감의 {percent} %만 실현됩니다. 사람이 아직 손으로 합니다',
  ],
  [
    'Incident {#n} is open, but silent for {#hours} h: is it over, and since when?',
    '인시던트 {n}: 열려 있지만 {hours}시간째 소식이 없습니다. 끝났다면 언제 끝났나요?',
  ],
  [
    'The survey about the week of {=week} lacks {#n} of {#all} answers.',
    '{week} 주 설문: {all}명 중 {n}명이 아직 답하지 않았습니다.',
  ],
  ['Without a mail server nobody is reminded personally.', '메일 서버가 없어 각자에게 알리지는 못했습니다.'],
  [
    'A test of this channel, sent by {=who}. Nothing is wrong.',
    '{who} 계정에서 보낸 채널 시험입니다. 문제는 없습니다.',
  ],
  ['Deployment of {=ref} to {=place} failed', '{ref} 배포 실패: {place}'],
];
