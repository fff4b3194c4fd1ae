import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { startSentences } from '../../i18n/index.js';

/** Where an upload stands; share is the part that has been sent, from 0 to 1. */
export type UploadState =
  | { step: 'idle' }
  | { step: 'sending'; share: number; bytes: number }
  | { step: 'done'; text: string }
  | { step: 'failed'; text: string };

/** What the pictures are for; without a label the folders name the classes. */
export interface UploadTerms {
  split: 'TRAINING' | 'VALIDATION';
  label?: string;
}

/** Sends pictures or a zip to a dataset, with progress and a way to stop it. */
export const useUpload = () => {
  const { t } = useTranslation();
  const [state, setState] = useState<UploadState>({ step: 'idle' });
  const request = useRef<XMLHttpRequest | null>(null);
  /** Resolves to whether the pictures were taken. */
  const send = (dataset: string, files: FileList, { split, label }: UploadTerms): Promise<boolean> => {
    const body = new FormData();
    if (label) body.append('label', label);
    body.append('split', split);
    let bytes = 0;
    for (const file of files) {
      body.append('file', file, file.webkitRelativePath || file.name);
      bytes += file.size;
    }
    const xhr = new XMLHttpRequest();
    request.current = xhr;
    return new Promise((resolve) => {
      const end = (next: UploadState) => {
        setState(next);
        resolve(next.step === 'done');
      };
      xhr.open('POST', `/uploads/datasets/${encodeURIComponent(dataset)}`);
      xhr.setRequestHeader('x-untoil-web', '1');
      xhr.upload.onprogress = (event) =>
        setState({ step: 'sending', share: event.lengthComputable ? event.loaded / event.total : 0, bytes });
      xhr.onload = async () => {
        const answer = safeJson(xhr.responseText);
        if (xhr.status >= 300)
          return end({
            step: 'failed',
            text: answer.message
              ? (await startSentences())(String(answer.message))
              : t('datasets.refused', { status: xhr.status }),
          });
        end({
          step: 'done',
          text: t('datasets.uploaded', {
            n: Number(answer.accepted ?? 0),
            duplicates: Number(answer.duplicates ?? 0),
            refused: Number(answer.refused ?? 0),
          }),
        });
      };
      xhr.onerror = () => end({ step: 'failed', text: t('common.offline') });
      xhr.onabort = () => end({ step: 'idle' });
      setState({ step: 'sending', share: 0, bytes });
      xhr.send(body);
    });
  };
  return { state, send, stop: () => request.current?.abort() };
};

const safeJson = (text: string): Record<string, unknown> => {
  try {
    return JSON.parse(text) as Record<string, unknown>;
  } catch {
    return {};
  }
};
