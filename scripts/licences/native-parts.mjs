// @ts-check
// What Pyodide's WebAssembly file consists of. The npm package names its own licence only, so the parts stand here.
import { readFile } from 'node:fs/promises';
import path from 'node:path';

/**
 * A part counts as shipped when `marker` is found in the file, so the list cannot claim what is not there, and
 * `required` parts cannot vanish unnoticed at an upgrade.
 * @typedef {{ name: string, licence: string, address: string, marker: string, required: boolean, copyright: string, text?: 'psf' | 'apache' }} NativePart
 */

/** @type {NativePart[]} */
const PARTS = [
  {
    name: 'CPython',
    licence: 'PSF-2.0',
    address: 'https://github.com/python/cpython',
    marker: 'Py_Initialize',
    required: true,
    copyright: 'Copyright Python Software Foundation',
    text: 'psf',
  },
  {
    name: 'Emscripten run-time system (with musl libc and LLVM run-time libraries)',
    licence: 'MIT',
    address: 'https://github.com/emscripten-core/emscripten',
    marker: 'emscripten',
    required: true,
    copyright: 'Copyright the Emscripten authors; musl: copyright Rich Felker and others',
  },
  {
    name: 'SQLite',
    licence: 'blessing',
    address: 'https://sqlite.org',
    marker: 'SQLite format 3',
    required: true,
    copyright: 'In the public domain',
  },
  {
    name: 'OpenSSL',
    licence: 'Apache-2.0',
    address: 'https://www.openssl.org',
    marker: 'OpenSSL 3',
    required: false,
    copyright: 'Copyright The OpenSSL Project Authors',
    text: 'apache',
  },
  {
    name: 'zlib',
    licence: 'Zlib',
    address: 'https://zlib.net',
    marker: 'inflate 1.',
    required: false,
    copyright: 'Copyright Jean-loup Gailly and Mark Adler',
  },
  {
    name: 'bzip2',
    licence: 'bzip2-1.0.6',
    address: 'https://sourceware.org/bzip2/',
    marker: 'libbzip2',
    required: false,
    copyright: 'Copyright Julian Seward',
  },
  {
    name: 'XZ Utils (liblzma)',
    licence: '0BSD',
    address: 'https://tukaani.org/xz/',
    marker: 'liblzma',
    required: false,
    copyright: 'By Lasse Collin and others',
  },
  {
    name: 'Zstandard',
    licence: 'BSD-3-Clause',
    address: 'https://github.com/facebook/zstd',
    marker: 'ZSTD_',
    required: false,
    copyright: 'Copyright Meta Platforms, Inc. and affiliates',
  },
  {
    name: 'libffi',
    licence: 'MIT',
    address: 'https://github.com/libffi/libffi',
    marker: 'ffi_call',
    required: false,
    copyright: 'Copyright Anthony Green, Red Hat, Inc. and others',
  },
  {
    name: 'Expat',
    licence: 'MIT',
    address: 'https://github.com/libexpat/libexpat',
    marker: 'EXPAT_',
    required: false,
    copyright: 'Copyright Thai Open Source Software Center Ltd, Clark Cooper and the Expat maintainers',
  },
  {
    name: 'mpdecimal',
    licence: 'BSD-2-Clause',
    address: 'https://www.bytereef.org/mpdecimal/',
    marker: 'mpdecimal',
    required: false,
    copyright: 'Copyright Stefan Krah',
  },
  {
    name: 'HACL* (hash functions, inside CPython)',
    licence: 'MIT',
    address: 'https://github.com/hacl-star/hacl-star',
    marker: '_hacl',
    required: false,
    copyright: 'Copyright INRIA, CMU and Microsoft Corporation',
  },
];

/**
 * @param {string} root
 * @param {{ psf: string, apache: string }} texts licence texts taken from packages that carry them
 * @returns {Promise<import('./npm-packages.mjs').Work[]>}
 */
export async function collectNativeParts(root, texts) {
  const folder = path.join(root, 'node_modules', 'pyodide');
  const files = await Promise.all(
    ['pyodide.asm.wasm', 'pyodide.asm.mjs'].map((name) => readFile(path.join(folder, name))),
  );
  const works = [];
  for (const part of PARTS) {
    const present = files.some((file) => file.includes(part.marker));
    if (!present && part.required) {
      throw new Error(
        `Pyodide's files do not contain "${part.marker}" any more, by which ${part.name} was found: look into scripts/licences/native-parts.mjs.`,
      );
    }
    if (!present) continue;
    works.push({
      name: part.name,
      version: 'as in Pyodide',
      licence: part.licence,
      address: part.address,
      note: `${part.copyright}.`,
      texts: part.text ? [{ name: 'LICENSE', text: texts[part.text] }] : [],
    });
  }
  return works;
}
