/** A line of JSON for each record; CloudWatch Logs and its metric filters read it. */
export const logRecord = (record: Readonly<Record<string, unknown>>): void => {
  process.stdout.write(`${JSON.stringify(record)}\n`);
};
