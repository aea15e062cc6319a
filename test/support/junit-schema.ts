import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { validateXML } from 'xmllint-wasm';

/**
 * The schema of Apache Ant's JUnit report (windyroad/JUnit-Schema, Apache-2.0). The package junit-xml carries it
 * as a text in its own test; no file of ours repeats it. That edition is older than `skipped`, which the public
 * schema has had since: an element of any content in a case, and an optional count on a suite.
 */
const junitSchema = withSkipped(
  schemaIn(readFileSync(createRequire(import.meta.url).resolve('junit-xml/src/index.test.ts'), 'utf8')),
);

function schemaIn(source: string): string {
  const [, text] = /antJunitSchema = '(<\?xml .*<\/xs:schema>)'/.exec(source) ?? [];
  if (text === undefined) throw new Error('junit-xml no longer carries the schema');
  return text.replaceAll("\\'", "'");
}

function withSkipped(schema: string): string {
  if (schema.includes('skipped')) throw new Error('junit-xml carries a newer edition; add nothing to it');
  return schema
    .replace('<xs:choice minOccurs="0">', '$&<xs:element name="skipped"/>')
    .replace('<xs:attribute name="errors"', '<xs:attribute name="skipped" type="xs:int" use="optional"/>$&');
}

/** What libxml2 finds wrong with a report against the schema; nothing in a valid one. */
export async function junitFaults(text: string): Promise<string[]> {
  const { valid, errors } = await validateXML({
    xml: { fileName: 'junit.xml', contents: text },
    schema: { fileName: 'JUnit.xsd', contents: junitSchema },
  });
  return valid ? [] : errors.map(({ message }) => message);
}
