import { expect, test } from 'vitest';
import { trustedNames, trustHtml, trustScriptUrl } from './trusted-text.ts';

const onlyBlobs = (address: string) => {
  if (!address.startsWith('blob:')) throw new Error('no');
  return address;
};

test('without Trusted Types a text passes once its rule has agreed', () => {
  const trusted = trustScriptUrl({}, trustedNames.interpreter, onlyBlobs);
  expect(trusted('blob:x')).toBe('blob:x');
  expect(() => trusted('https://elsewhere.invalid/x.js')).toThrow('no');
});

test('with them the policy makes what is used, by the same rule', () => {
  const made: string[] = [];
  const scope = {
    trustedTypes: {
      createPolicy: (name: string, rules: { createHTML?: (text: string) => string }) => {
        made.push(name);
        return { createHTML: (text: string) => ({ trusted: rules.createHTML?.(text) }) };
      },
    },
  };
  const trusted = trustHtml(scope, trustedNames.prose, (html) => html);
  expect(trusted('<p>')).toEqual({ trusted: '<p>' });
  expect(trusted('<b>')).toEqual({ trusted: '<b>' });
  expect(made).toEqual(['interleave-prose']);
});
