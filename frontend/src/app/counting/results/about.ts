import type { OwnerKind } from '../shared/model';

/** What results are told by: seedlings emerge from a sowing, seeds germinate in a test. */
export interface About {
  /** Lists of labels, the subject's own before what is common. */
  readonly index: readonly string[];
  readonly index_help: readonly string[];
  readonly unknown: readonly string[];
  /** Keys of the translations. */
  readonly headline: string;
  readonly what: string;
  readonly of: string;
  readonly above_means: string;
  readonly below_means: string;
  readonly undecided_means: string;
  readonly disagree_means: string;
  readonly disagree_do: string;
  readonly curve: string;
  readonly done: string;
  readonly share: string;
  /** Start of the name of the curve's file. */
  readonly file: string;
  readonly described: string;
  readonly described_none: string;
}

const SOWING: About = {
  index: ['index'],
  index_help: ['index_help'],
  unknown: ['unknown'],
  headline: 'counting.results.emergence',
  what: 'counting.results.emergence_what',
  of: 'counting.results.of',
  above_means: 'counting.results.above_means',
  below_means: 'counting.results.below_means',
  undecided_means: 'counting.results.undecided_means',
  disagree_means: 'counting.results.disagree_means',
  disagree_do: 'counting.results.disagree_do',
  curve: 'counting.results.curve',
  done: 'counting.figure.emerged',
  share: 'counting.results.emerged',
  file: 'levee',
  described: 'counting.results.described',
  described_none: 'counting.results.described_none',
};

const TEST: About = {
  index: ['index_of_test', 'index'],
  index_help: ['index_help_of_test', 'index_help'],
  unknown: ['unknown_of_test', 'unknown'],
  headline: 'counting.results.test.germination',
  what: 'counting.results.test.germination_what',
  of: 'counting.results.test.of',
  above_means: 'counting.results.test.above_means',
  below_means: 'counting.results.test.below_means',
  undecided_means: 'counting.results.test.undecided_means',
  disagree_means: 'counting.results.test.disagree_means',
  disagree_do: 'counting.results.test.disagree_do',
  curve: 'counting.results.test.curve',
  done: 'counting.results.test.done',
  share: 'counting.results.test.germination',
  file: 'germination',
  described: 'counting.results.test.described',
  described_none: 'counting.results.test.described_none',
};

export function aboutOf(kind: OwnerKind): About {
  return kind === 'sowings' ? SOWING : TEST;
}
