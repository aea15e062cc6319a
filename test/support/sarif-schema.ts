import Ajv from 'ajv-draft-04';
import addFormats from 'ajv-formats';

const schema = require('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json');
// One of the schema's patterns has a bracket that a Unicode expression refuses.
const ajv = new Ajv({ allErrors: true, strict: false, unicodeRegExp: false });
addFormats(ajv);
const validate = ajv.compile(schema);

/** What the public SARIF 2.1.0 schema, as Microsoft's package carries it, finds wrong; nothing in a valid log. */
export function sarifFaults(text: string): string[] {
  validate(JSON.parse(text));
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}
