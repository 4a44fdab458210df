export const words = {
  open: 'Settings',
  title: 'Settings',
  colours: 'Colours',
  system: 'As the system',
  light: 'Light',
  dark: 'Dark',
  timer: 'Show the timer on challenges',
  timerNote: 'It compares your time with the estimate. Nothing depends on it.',
  fontSize: 'Text size in the editor',
  fontSizeUnit: (size: number) => `${size} px`,
  done: 'Done',
  saveFailed: 'Your settings could not be saved in this browser. They hold until you close this page.',
} as const;
