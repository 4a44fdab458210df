/** What `new` can begin: for each kind its templates, and what challenge.toml says of it. */

export interface NewKind {
  readonly name: string;
  /** `kind` in challenge.toml. */
  readonly kind: string;
  readonly summary: string;
  /** Lines below `[files]`. */
  readonly files: string;
  /** Lines of the first mutant. */
  readonly mutant: string;
}

const files = (editor: string, visible: string, hidden: string) =>
  `editor = ["${editor}"]
visible = ["tests/${visible}"]     # tests of Run
hidden = ["tests/${hidden}"]       # tests that Submit adds`;
const shown = (asset: string) => `shown = ["${asset}"]     # files under assets/ that learners can read`;
const mutant = (file: string, why: string, kills: string) =>
  `file = "mutants/${file}"
why = "${why}"
kills = ["${kills}"]            # tests that must catch it`;

export const newKinds: readonly NewKind[] = [
  {
    name: 'function',
    kind: 'write',
    summary: 'write a function',
    files: files('solution.py', 'test_words.py', 'test_words_hidden.py'),
    mutant: mutant(
      'case_decides.py',
      'Counts capital and small letters as different words.',
      'test_capital_letters_make_no_difference',
    ),
  },
  {
    name: 'class',
    kind: 'write',
    summary: 'write a class',
    files: files('solution.py', 'test_tally.py', 'test_tally_hidden.py'),
    mutant: mutant(
      'shared_votes.py',
      'The votes belong to the class, so all tallies share them.',
      'test_two_tallies_do_not_share_votes',
    ),
  },
  {
    name: 'fix-the-bug',
    kind: 'fix',
    summary: 'find and repair a mistake',
    files: files('solution.py', 'test_mean.py', 'test_mean_hidden.py'),
    mutant: mutant(
      'zero_for_nothing.py',
      'Invents a temperature of zero where there are no readings.',
      'test_without_readings_there_is_none',
    ),
  },
  {
    name: 'test-the-code',
    kind: 'test-the-code',
    summary: 'write the tests of given code',
    files: `${files('test_basket.py', 'test_your_tests.py', 'test_your_tests_hidden.py')}
${shown('basket.py')}`,
    mutant: mutant(
      'misses_the_edge.py',
      'Never tries exactly ten, where the discount begins.',
      'test_your_tests_notice_a_discount_that_begins_too_late',
    ),
  },
  {
    name: 'optimise',
    kind: 'optimise',
    summary: 'make code do less work',
    files: files('solution.py', 'test_common.py', 'test_common_hidden.py'),
    mutant: mutant(
      'loses_the_order.py',
      'Sorts the names, because sets have lost their order.',
      'test_names_on_both_lists_come_in_the_order_of_the_first',
    ),
  },
];
