import type { ReactNode } from 'react';

/** Draws a comparison of two texts. The page gives it, since editors are another feature's business. */
export type RenderDiff = (left: string, right: string, leftTitle: string, rightTitle: string) => ReactNode;
