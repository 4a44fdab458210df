// @ts-check
// Decides whether a licence, given as an SPDX expression, is one we ship under.

/** Licences that somebody has read for this product; a new one has to be read before it is added. */
const KNOWN = new Set([
  '0BSD',
  'Apache-2.0',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'CC0-1.0',
  'ISC',
  'LGPL-3.0-or-later',
  'MIT',
  'MPL-2.0',
  'OFL-1.1',
  'PSF-2.0',
  'Zlib',
  'blessing',
  'bzip2-1.0.6',
  'Python-2.0',
]);

/**
 * @param {string} expression SPDX, with AND, OR and brackets
 * @returns {string[]} the names in it that nobody has read; empty when all is well
 */
export function unknownLicences(expression) {
  const names = expression.split(/\s+(?:AND|OR)\s+|[()\s]+/).filter(Boolean);
  const choices = !/\sAND\s/.test(expression);
  const unknown = names.filter((name) => !KNOWN.has(name));
  if (names.length === 0) return ['(none)'];
  // Of alternatives, one that is known is enough.
  return choices && unknown.length < names.length ? [] : unknown;
}
