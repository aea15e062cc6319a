/** Variables that a file's tests set, and `undefined` for those they do without; afterwards everything is as it was. */
export function setEnvironment(variables: () => Readonly<Record<string, string | undefined>>): void {
  let before: NodeJS.ProcessEnv = {};
  beforeAll(() => {
    before = { ...process.env };
    put(variables());
  });
  afterAll(() => {
    put(Object.fromEntries(Object.keys(process.env).map((name) => [name, before[name]])));
    put(before);
  });
}

function put(variables: Readonly<Record<string, string | undefined>>): void {
  for (const [name, value] of Object.entries(variables))
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
}
