import { describe, expect, test } from 'vitest';
import { chooseLanguage, readWords } from './challenge-words.ts';

const challenge = {
  statementHtml: 'do it',
  hintsHtml: ['look', 'use'],
  explanationHtml: 'because',
  translations: [
    { language: 'pt-BR', statementHtml: 'faça', hintsHtml: [null, null], explanationHtml: null },
    { language: 'zh', statementHtml: '做', hintsHtml: ['看', null], explanationHtml: null },
  ],
};

describe('the language', () => {
  test.each([
    ['system', ['zh-CN', 'en'], 'zh'],
    ['system', ['en-GB', 'zh'], 'en'],
    ['system', ['fr', 'pt'], 'pt-BR'],
    ['system', ['fr'], 'en'],
    ['system', [], 'en'],
    ['zh', ['en'], 'zh'],
    ['en', ['zh'], 'en'],
    ['de', ['zh'], 'en'],
  ])('is for the choice %s and a browser of %j: %s', (choice, preferred, expected) => {
    expect(chooseLanguage(challenge, choice, preferred)).toBe(expected);
  });
});

test('what is not translated is there in the original, and says so', () => {
  const words = readWords(challenge, 'zh');
  expect(words.statement).toEqual({ html: '做', language: 'zh' });
  expect(words.hints).toEqual([
    { html: '看', language: 'zh' },
    { html: 'use', language: 'en' },
  ]);
  expect(words.explanation).toEqual({ html: 'because', language: 'en' });
});
