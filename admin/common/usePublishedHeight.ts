import { useEffect, useRef } from 'react';

/**
 * Publishes the height of an element as a CSS variable of the document, so that what sticks below
 * it knows where it ends, however many lines it takes.
 *
 * @example <header ref={usePublishedHeight('--page-header-height')}>…</header>
 */
export function usePublishedHeight(variable: `--${string}`) {
  const element = useRef<HTMLElement>(null);
  useEffect(() => {
    if (!element.current) return;
    const { style } = document.documentElement;
    const observer = new ResizeObserver(([entry]) => {
      const height = entry?.borderBoxSize[0]?.blockSize;
      if (height !== undefined) style.setProperty(variable, `${height}px`);
    });
    observer.observe(element.current);
    return () => {
      observer.disconnect();
      style.removeProperty(variable);
    };
  }, [variable]);
  return element;
}
