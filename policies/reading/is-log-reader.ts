/** The one role of another account that people assume: it reads logs in the log archive. */
export const isLogReader = (arn: string): boolean =>
  /^arn:[^:]+:iam::\d{12}:role\/lpo-[a-z][a-z0-9]{2,15}-log-reader$/.test(arn);
