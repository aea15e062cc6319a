import { createRequire } from 'node:module';
import ajvModule from 'ajv-draft-04';
import addFormatsModule from 'ajv-formats';

// CommonJS packages whose types name a default export that Node does not see.
const Ajv = ('default' in ajvModule ? ajvModule.default : ajvModule) as typeof ajvModule.default;
const addFormats = (
  'default' in addFormatsModule ? addFormatsModule.default : addFormatsModule
) as typeof addFormatsModule.default;

const schema = createRequire(import.meta.url)('@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json');
// One of the schema's patterns has a bracket that a Unicode expression refuses.
const ajv = new Ajv({ allErrors: true, strict: false, unicodeRegExp: false });
addFormats(ajv);
const validate = ajv.compile(schema);

/** What the public SARIF 2.1.0 schema, as Microsoft's package carries it, finds wrong; nothing in a valid log. */
export function sarifFaults(text: string): string[] {
  validate(JSON.parse(text));
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}
