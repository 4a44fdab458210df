/** Words that would not be on the page as they were meant, and translations. */
import { drawing, type Mistake } from './mistake.ts';

export const wrongWords: readonly Mistake[] = [
  {
    name: 'a picture that is missing',
    changes: { 'statement.md': '1. Do it.\n\n![ring](assets/ring.svg)\n' },
    place: 'statement.md:3',
    says: 'There is no picture assets/ring.svg in this folder.',
  },
  {
    name: 'a picture from elsewhere',
    changes: { 'statement.md': '![ring](https://example.org/ring.png)\n' },
    place: 'statement.md:1',
    says: 'pages load nothing from elsewhere',
  },
  {
    name: 'a picture of an unknown kind',
    changes: { 'statement.md': '![ring](assets/given.py)\n' },
    place: 'statement.md:1',
    says: 'is of no kind that pages show',
  },
  {
    name: 'a picture without words',
    changes: { 'statement.md': '![](assets/a.svg)\n', 'assets/a.svg': drawing('<g/>') },
    place: 'statement.md:1',
    says: 'The picture has no description.',
    isWarning: true,
  },
  {
    name: 'a drawing with script',
    changes: { 'assets/a.svg': drawing('<script>alert(1)</script>') },
    place: 'assets/a.svg:2',
    says: 'A drawing must not contain "<script".',
  },
  {
    name: 'a drawing with a handler',
    changes: { 'assets/a.svg': drawing('<g onload="alert(1)"/>') },
    place: 'assets/a.svg:2',
    says: 'A drawing must not contain "onload=".',
  },
  {
    name: 'a link that leads nowhere',
    changes: { 'statement.md': 'See\n[the hint](hints/1.md).\n' },
    place: 'statement.md:2',
    says: 'The link hints/1.md leads nowhere on the page.',
  },
  {
    name: 'a link to a heading',
    changes: { 'hints/1.md': '[up](#top)\n' },
    place: 'hints/1.md:1',
    says: 'headings have no addresses',
  },
  {
    name: 'a link with script',
    changes: { 'statement.md': '[go](javascript:alert(1))\n' },
    place: 'statement.md:1',
    says: 'leads nowhere on the page',
  },
  {
    name: 'a link to no challenge',
    changes: { 'explanation.md': '# Well\n\n[next](../good-two/)\n' },
    place: 'explanation.md:3',
    says: 'The link leads to "good-two", and there is no such challenge.',
  },
  {
    name: 'HTML in a statement',
    changes: { 'statement.md': 'Look\n\n<script>alert(1)</script>\n' },
    place: 'statement.md:3',
    says: 'HTML is shown as text: <script>alert(1)</script>.',
    isWarning: true,
  },
  {
    name: 'HTML within a line',
    changes: { 'statement.md': 'Look\nat <b>this</b>\n' },
    place: 'statement.md:2',
    says: 'HTML is shown as text: <b>.',
    isWarning: true,
  },
  {
    name: 'words of the template',
    changes: { 'statement.md': 'Story\n\n<!-- TODO(author): tell it -->\n' },
    place: 'statement.md:3',
    says: "The template's words still stand here (tell it).",
    isWarning: true,
  },
  {
    name: 'a translation of nothing',
    changes: { 'statement.zh.md': '1. x\n', 'hints/4.zh.md': 'x' },
    place: 'hints/4.zh.md',
    says: 'There is no hints/4.md that it could translate.',
  },
  {
    name: 'a language that is none',
    changes: { 'statement.chinese.md': '1. x\n' },
    place: 'statement.chinese.md',
    says: '"chinese" is no language tag.',
  },
  {
    name: 'hints translated before the statement',
    changes: { 'hints/1.zh.md': 'x' },
    place: 'hints/1.zh.md',
    says: 'There is no statement.zh.md',
    isWarning: true,
  },
];
