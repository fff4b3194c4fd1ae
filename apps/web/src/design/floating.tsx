import { type ReactNode, useEffect, useLayoutEffect, useRef } from 'react';

/**
 * A box in the browser's top layer beside its anchor: above everything, cut off by nothing. Closes on Escape and on a
 * press outside, and gives the focus back to the anchor.
 */
export const Floating = (props: {
  anchor: HTMLElement;
  end?: boolean;
  onClose: () => void;
  children: ReactNode;
}) => {
  const box = useRef<HTMLDivElement>(null);
  const { anchor, end, onClose } = props;
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    element.showPopover();
    const from = anchor.getBoundingClientRect();
    const { width, height } = element.getBoundingClientRect();
    const left = end ? from.right - width : from.left;
    const below = from.bottom + 6 + height <= window.innerHeight;
    element.style.left = `${Math.max(8, Math.min(left, window.innerWidth - width - 8))}px`;
    element.style.top = `${below ? from.bottom + 6 : Math.max(8, from.top - height - 6)}px`;
    (element.querySelector<HTMLElement>('[role=menuitem]') ?? element).focus();
    return () => {
      if (element.contains(document.activeElement)) anchor.focus();
    };
  }, [anchor, end]);
  useEffect(() => {
    const onPress = (event: PointerEvent) => {
      const target = event.target as Node;
      if (!box.current?.contains(target) && !anchor.contains(target)) onClose();
    };
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      event.stopPropagation();
      onClose();
    };
    document.addEventListener('pointerdown', onPress);
    document.addEventListener('keydown', onKey, true);
    window.addEventListener('resize', onClose);
    return () => {
      document.removeEventListener('pointerdown', onPress);
      document.removeEventListener('keydown', onKey, true);
      window.removeEventListener('resize', onClose);
    };
  }, [anchor, onClose]);
  return (
    <div ref={box} popover="manual" className="floating" tabIndex={-1}>
      {props.children}
    </div>
  );
};
