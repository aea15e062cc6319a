import type { AwsAnswer } from './aws-boundary.ts';

/** Error answers as each protocol spells them on the wire. */
export const s3Error = (status: number, code: string): AwsAnswer => ({
  status,
  headers: { 'content-type': 'application/xml' },
  body: `<?xml version="1.0" encoding="UTF-8"?><Error><Code>${code}</Code><Message>${code}</Message><RequestId>R</RequestId></Error>`,
});

export const ec2Error = (status: number, code: string): AwsAnswer => ({
  status,
  headers: { 'content-type': 'text/xml' },
  body: `<?xml version="1.0" encoding="UTF-8"?><Response><Errors><Error><Code>${code}</Code><Message>${code}</Message></Error></Errors><RequestID>R</RequestID></Response>`,
});

/** IAM, STS and SNS. */
export const queryError = (status: number, code: string): AwsAnswer => ({
  status,
  headers: { 'content-type': 'text/xml' },
  body: `<ErrorResponse><Error><Type>Sender</Type><Code>${code}</Code><Message>${code}</Message></Error><RequestId>R</RequestId></ErrorResponse>`,
});

/** KMS and Organizations. */
export const jsonError = (status: number, code: string): AwsAnswer => ({
  status,
  headers: { 'content-type': 'application/x-amz-json-1.1' },
  body: JSON.stringify({ __type: code, message: code }),
});

export const xml = (body: string): AwsAnswer => ({
  status: 200,
  headers: { 'content-type': 'text/xml' },
  body: `<?xml version="1.0" encoding="UTF-8"?>${body}`,
});

export const json = (body: unknown): AwsAnswer => ({
  status: 200,
  headers: { 'content-type': 'application/x-amz-json-1.1' },
  body: JSON.stringify(body),
});

/** A connection cut before the answer. */
export const cut = (): Error => Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' });
