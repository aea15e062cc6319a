// CDK's CloudFormation validation costs seconds in every process; one test switches it on for whole assemblies.
process.env.CDK_VALIDATION ??= 'false';
