import fc from 'fast-check';
import { parse, stringify } from 'yaml';
import { loadConfig } from '../../../lib/config/load-config.ts';
import { vendorSchema } from '../../../lib/config/vendor-schema.ts';
import { evaluateGates, ruleHits } from '../../../lib/gates/evaluate-gates.ts';
import { shuts } from '../../../lib/gates/rule-hit.ts';
import { type FilePlace, UnusableInputError } from '../../../lib/model/finding.ts';
import { ConfigFolder } from '../config/config-folder.ts';
import { asOf } from './draft.ts';

type Path = readonly (string | number)[];

/** Every place of a parsed YAML file. */
function places(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [
    path,
    ...Object.entries(value).flatMap(([key, below]) =>
      places(below, [...path, Array.isArray(value) ? Number(key) : key]),
    ),
  ];
}

function at(root: unknown, path: Path): Record<string | number, unknown> {
  return path.reduce<unknown>(
    (value, step) => (value as Record<string | number, unknown>)[step],
    root,
  ) as Record<string | number, unknown>;
}

/** A copy of a document, edited at `path`. */
function changed(
  root: unknown,
  path: Path,
  edit: (holder: Record<string | number, unknown>, key: string | number) => void,
): unknown {
  const copy = structuredClone(root);
  edit(at(copy, path.slice(0, -1)), path.at(-1) ?? '');
  return copy;
}

const remove = (holder: Record<string | number, unknown>, key: string | number): void => {
  if (Array.isArray(holder)) holder.splice(Number(key), 1);
  else delete holder[key];
};

type Verdict = 'open' | 'shut' | 'unusable';

const shipped = loadConfig('config');

describe('mutated configurations', () => {
  const folder = new ConfigFolder(['gb', 'in', 'ph', 'us-ny', 'us-dsp', 'us-fed-fin', 'us-hipaa']);
  afterAll(() => folder.remove());

  /** What the program makes of a file; anything but a verdict is a crash and fails the test. */
  function verdict(file: string, text: string | Uint8Array): Verdict {
    const before = folder.read(file);
    try {
      const { vendors } = evaluateGates(loadConfig(folder.write(file, text).path, { law: folder.law }), asOf);
      return vendors.every(({ open }) => open) ? 'open' : 'shut';
    } catch (error) {
      if (!(error instanceof UnusableInputError)) throw error;
      expect(error.findings.length).toBeGreaterThan(0);
      for (const { where, got, expected, fix } of error.findings) {
        const { file, line = 1, column = 1 } = where as FilePlace;
        expect([file !== '', line >= 1, column >= 1, got !== '', expected !== '', fix !== '']).toEqual(
          Array(6).fill(true),
        );
      }
      return 'unusable';
    } finally {
      folder.write(file, before);
    }
  }

  const files = [
    'vendors/luzon.yaml',
    'vendors/meridian.yaml',
    'organization.yaml',
    'conflicts.yaml',
    '.law/deny-lists.yaml',
    '.law/jurisdictions/gb.yaml',
  ];
  const somewhere = fc
    .constantFrom(...files)
    .chain((file) =>
      fc.constantFrom(...places(parse(folder.read(file))).slice(1)).map((path) => ({ file, path })),
    );

  test('the shipped ones are open', () => {
    expect(verdict('vendors/luzon.yaml', folder.read('vendors/luzon.yaml'))).toBe('open');
  });

  test('any value anywhere gets a verdict, never a crash', () => {
    fc.assert(
      fc.property(somewhere, fc.jsonValue(), ({ file, path }, value) => {
        const edited = changed(parse(folder.read(file)), path, (holder, key) => {
          holder[key] = value;
        });
        verdict(file, stringify(edited));
      }),
      { numRuns: 40 },
    );
  });

  test('any bytes inserted anywhere get a verdict, never a crash', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...files),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.uint8Array({ minLength: 1, maxLength: 8 }),
        (file, where, bytes) => {
          const text = Buffer.from(folder.read(file));
          const cut = Math.floor(where * text.length);
          verdict(file, Buffer.concat([text.subarray(0, cut), bytes, text.subarray(cut)]));
        },
      ),
      { numRuns: 40 },
    );
  });

  /** The same without files, and therefore without the checks between files; a thousand times faster. */
  function quickVerdict(slug: string, document: unknown): Verdict {
    const parsed = vendorSchema.safeParse(document);
    if (!parsed.success) return 'unusable';
    const vendors = shipped.vendors.map((vendor) => (vendor.vendor === slug ? parsed.data : vendor));
    return ruleHits({ ...shipped, vendors }, asOf).some(({ hits }) => hits.some(shuts)) ? 'shut' : 'open';
  }

  /** Fields whose absence means something lawful: a default, a narrower set, or no claim at all. */
  const optional: readonly RegExp[] = [
    /^luzon recoveryRegion$/,
    /^\w+ matters \d+ (logPlaceDecision|accessCountries \d+|dataClasses \d+)$/,
    /^\w+ matters \d+ parties (related|noAdverse)$/,
    /^\w+ diligence breaches( \d+)?$/,
    /^\w+ crisisPlan internalTargetHours$/,
    /^\w+ people \d+ (usPerson|coveredPerson|languages \d+)$/,
    /^luzon contract clauses (2|6|7)$/, // what GDPR asks for, in a contract about New York data
    /^meridian contract clauses 12$/, // a clause whose source nobody read, so that it only warns
    /^meridian people 0 screening$/, // privileged, but no personal class that asks for it
  ];

  test.each(['luzon', 'meridian'])('no record of %s can be taken out and still pass', (slug) => {
    const file = `vendors/${slug}.yaml`;
    const document = parse(folder.read(file));
    const without = (path: Path): unknown => changed(document, path, remove);
    const silent = places(document)
      .slice(1)
      .filter((path) => quickVerdict(slug, without(path)) === 'open')
      .filter((path) => !optional.some((pattern) => pattern.test([slug, ...path].join(' '))))
      .filter((path) => verdict(file, stringify(without(path))) === 'open')
      .map((path) => [slug, ...path].join(' '));
    expect(silent).toEqual([]);
  });
});
