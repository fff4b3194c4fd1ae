import { useFormat } from './use-format.js';

/** An instant in the reader's zone, with UTC on hover; short leaves today's date out. */
export const Time = ({ at, short }: { at: string; short?: boolean }) => {
  const format = useFormat();
  return (
    <time dateTime={at} title={format.utc(at)} className="n nowrap">
      {short ? format.time(at) : format.dateTime(at)}
    </time>
  );
};
