/** Shows a line in the editor. Only files that the page shows can be opened. */
export interface GoToLine {
  (file: string, line: number, column: number | null): void;
  readonly canOpen: (file: string) => boolean;
}
