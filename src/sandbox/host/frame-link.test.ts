/** The frame's document: its policy is exactly as strict as it is meant to be. */
import { expect, test } from 'vitest';
import { frameDocument } from './frame-link.ts';

const boot = { boot: 'void 0', sha256: 'c2hh' };

test('the policy allows the boot script by its hash, WebAssembly, blob workers, and nothing else', () => {
  const policy = /content="([^"]*)"/.exec(frameDocument(boot, 'blob'))?.[1];
  expect(policy).toBe(
    "default-src 'none'; script-src 'sha256-c2hh' 'wasm-unsafe-eval'; worker-src blob:; base-uri 'none'; form-action 'none'; " +
      "require-trusted-types-for 'script'; trusted-types interleave-interpreter",
  );
});

test('data workers are allowed only where they are needed', () => {
  expect(frameDocument(boot, 'data')).toContain('worker-src blob: data:;');
});

test('the script stands in the document byte for byte', () => {
  expect(frameDocument(boot, 'blob')).toContain('<script>void 0</script>');
});
