/**
 * A setting of a Lambda function.
 *
 * @throws Error at start when it is missing: a function without its settings must not run.
 */
export function setting(name: string): string {
  const value = process.env[name];
  if (!value) throw new Error(`environment: got no ${name}, expected a value set by the deployment`);
  return value;
}
