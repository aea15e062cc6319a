import type { AccessCase } from '../../../../policies/proofs/access/access-case.ts';
import { isMultivalued } from '../../../../policies/proofs/aws/context-keys.ts';
import { fact } from '../../../../policies/proofs/cases/fact.ts';
import { prepare } from '../../../../policies/proofs/engine/decide.ts';
import type { Selector, Statement } from '../../../../policies/proofs/policy/statement.ts';

const place = { stack: 'hostile', logicalId: '', path: '' };
const account = '111111111111';
const letter = (at: number) => String.fromCharCode(97 + (at % 26));
const times = <T>(count: number, make: (at: number) => T): T[] =>
  Array.from({ length: count }, (_, at) => make(at));

/** Texts that split a dimension into more classes than anybody can count, or take long to walk. */
const shapes: Readonly<Record<string, readonly string[]>> = {
  'globs that look for two letters each': times(60, (at) => `x:*${letter(at)}*${letter(at * 7 + 3)}*`),
  'globs that look for one character each': times(60, (at) => `*${String.fromCharCode(97 + at)}*`),
  'question marks behind a star': [`x:*a${'?'.repeat(40)}`],
  'question marks of every number': times(60, (at) => `x:*${letter(at)}${'?'.repeat(at)}y`),
  'stars behind question marks': times(30, (at) => `${'?'.repeat(at * 10)}*${letter(at)}*`),
  'a long text behind a star': [`x:*${'a'.repeat(10_000)}`],
  'a long text': [`x:${'a'.repeat(100_000)}`],
  'one glob of many stars': [`x:${'*a'.repeat(500)}b`],
  'thousands of texts': times(6000, (at) => `x:${at}`),
  'thousands of beginnings': times(6000, (at) => `x:${at}/*`),
  'thousands of characters': times(5000, (at) => `x:*${String.fromCharCode(0x4e00 + at)}`),
};

/** No policy of AWS has room for these: there it is enough that the prover comes to an end. */
const beyondAnyPolicy = ['a long text', 'thousands of texts', 'thousands of beginnings'];

/** Selectors that hold such a text in one place. */
const dimensions: Readonly<Record<string, (text: string) => Partial<Selector>>> = {
  action: (text) => ({ actions: { negated: false, patterns: [text] } }),
  resource: (text) => ({ resources: { negated: false, patterns: [text] } }),
  'resource that is not named': (text) => ({ resources: { negated: true, patterns: [text] } }),
  principal: (text) => ({ conditions: [fact('StringLike', 'aws:PrincipalArn', text)] }),
  'context key': (text) => ({ conditions: [fact('StringNotLike', 'k:text', text)] }),
  'context key with many values': (text) => ({
    conditions: [fact('ForAnyValue:StringLike', 'aws:TagKeys', text)],
  }),
};

const statement = (effect: 'Allow' | 'Deny', selector: Partial<Selector> = {}): Statement => ({
  effect,
  place,
  actions: { negated: false, patterns: ['*'] },
  conditions: [],
  ...selector,
});

const caseOf = (resourcePolicy: readonly Statement[], identity = [statement('Allow')]): AccessCase => ({
  caller: { kind: 'role', label: 'reader', arn: `arn:aws:iam::${account}:role/reader`, account },
  resourceAccount: account,
  authority: 'either',
  identity,
  resourcePolicy: resourcePolicy.map((one) => ({ ...one, principals: [{ kind: 'everyone' }] })),
  serviceControl: [],
  resourceControl: [],
  facts: [],
  impossible: [],
});

const region: Selector[] = [
  {
    actions: { negated: false, patterns: ['x:aaaa'] },
    resources: { negated: false, patterns: ['x:aaaa'] },
    conditions: [fact('StringEquals', 'aws:PrincipalArn', `arn:aws:iam::${account}:role/reader`)],
  },
];
const elsewhere: Selector[] = [
  {
    actions: { negated: false, patterns: ['y:read'] },
    resources: { negated: false, patterns: ['y:one'] },
    conditions: [],
  },
];

/** Verdicts on a claim and a demand about these policies, and about a resource beside. */
function verdicts(access: AccessCase) {
  const beside = caseOf([]);
  const claim = { region, cases: [access] };
  const demand = { region, access };
  const others = {
    claim: { region: elsewhere, cases: [beside] },
    demand: { region: elsewhere, access: beside },
  };
  const decider = prepare([claim, others.claim], [demand, others.demand], { isMultivalued });
  return {
    these: [decider.decide(claim).kind, decider.require(demand).kind],
    others: [decider.decide(others.claim).kind, decider.require(others.demand).kind],
  };
}

const [first] = Object.keys(shapes);
const rows = Object.entries(dimensions).flatMap(([dimension, of]) =>
  Object.entries(shapes).flatMap(([shape, texts]) =>
    // An Allow and a negated element are split as a Deny is: one shape shows that each comes to its end.
    (['Allow', 'Deny'] as const)
      .filter(
        (effect) => shape === first || (effect === 'Deny' && dimension !== 'resource that is not named'),
      )
      .map((effect) => ({ dimension, shape, effect, of, texts })),
  ),
);

describe('policies that are written to keep the prover busy', () => {
  test.each(rows)('$shape, as $dimension of each $effect', ({ shape, effect, of, texts }) => {
    const { these, others } = verdicts(caseOf(texts.map((text) => statement(effect, of(text)))));
    expect(['proved', 'refuted', 'unknown']).toContain(these[0]);
    expect(['possible', 'impeded', 'unknown']).toContain(these[1]);
    if (!beyondAnyPolicy.includes(shape)) expect(others).toEqual(['refuted', 'possible']);
  });

  test.each(Object.entries(shapes))('%s, in one condition', (_, texts) => {
    const { others } = verdicts(
      caseOf([statement('Deny', { conditions: [fact('StringLike', 'k:text', ...texts)] })]),
    );
    expect(others).toEqual(['refuted', 'possible']);
  });

  test('numbers, dates and addresses by the thousand', () => {
    const values = times(6000, (at) => at + 1);
    const rows = {
      NumericLessThan: values.map((at) => `${at}`),
      DateLessThan: values.map((at) => new Date(at * 1e9).toISOString()),
      IpAddress: values.map((at) => `10.${at >> 8}.${at & 255}.1/32`),
    };
    for (const [operator, each] of Object.entries(rows)) {
      const conditions = [fact(operator, 'k:value', ...each)];
      const { these, others } = verdicts(caseOf([statement('Deny', { conditions })]));
      expect(these).toEqual(['unknown', 'unknown']);
      expect(others).toEqual(['refuted', 'possible']);
    }
  });

  test('a key that is compared in two ways is unknown where it decides, and nowhere else', () => {
    const conditions = [fact('NumericLessThan', 'k:value', '1'), fact('StringEquals', 'k:value', 'one')];
    const { these, others } = verdicts(caseOf([statement('Deny', { conditions })]));
    expect(these).toEqual(['unknown', 'unknown']);
    expect(others).toEqual(['refuted', 'possible']);
  });

  test('thousands of Allows under a boundary of thousands', () => {
    const keyed = (prefix: string) =>
      times(3000, (at) =>
        statement('Allow', { conditions: [fact('StringEquals', `k:${prefix}${at % 50}`, `${at}`)] }),
      );
    const access = { ...caseOf([], keyed('a')), boundary: keyed('b') };
    const nothing = statement('Deny');
    const { these } = verdicts({ ...access, serviceControl: [nothing] });
    expect(these).toEqual(['unknown', 'impeded']);
  });

  test('thousands of Denies with a way round each', () => {
    const denies = times(1500, (at) =>
      statement('Deny', { conditions: [fact('StringEquals', 'k:text', `${at}`)] }),
    );
    expect(verdicts(caseOf(denies)).these).toEqual(['refuted', 'possible']);
  });

  test('hundreds of Denies with two ways round each', () => {
    const denies = times(600, (at) =>
      statement('Deny', {
        conditions: [fact('Null', `k:a${at}`, 'true'), fact('Null', `k:b${at}`, 'false')],
      }),
    );
    const closed = [
      ...denies,
      statement('Deny', { conditions: [fact('Null', 'k:a1', 'false')] }),
      statement('Deny', { conditions: [fact('Null', 'k:a1', 'true')] }),
    ];
    const { these, others } = verdicts(caseOf(closed));
    expect(['proved', 'unknown']).toContain(these[0]);
    expect(others).toEqual(['refuted', 'possible']);
  });
});
