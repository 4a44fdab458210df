/** What becomes of a Markdown text of a challenge folder. */
import type { ContentProblem } from './content-problem.ts';

export interface RenderedMarkdown {
  readonly html: string;
  /** Lines count from 1 in the text that was rendered. */
  readonly problems: readonly Omit<ContentProblem, 'file'>[];
  /** Links to other challenges, whose existence only the whole catalogue can tell. */
  readonly challengeLinks: readonly ChallengeLink[];
}

export interface ChallengeLink {
  readonly slug: string;
  readonly line: number;
}
