export const notFoundWords = {
  title: 'This page does not exist',
  text: 'The address may be mistyped, or the challenge has another name now. Your code and your progress are not touched by this.',
  home: 'To the challenges',
} as const;
