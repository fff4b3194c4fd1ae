import { useEffect, useRef, useState } from 'react';

/** Measures an element's width, so that text keeps its size while lines stretch. */
export const useWidth = (first: number) => {
  const box = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(first);
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const watch = new ResizeObserver(([entry]) => {
      if (entry && entry.contentRect.width > 0) setWidth(Math.round(entry.contentRect.width));
    });
    watch.observe(element);
    return () => watch.disconnect();
  }, []);
  return [box, width] as const;
};
