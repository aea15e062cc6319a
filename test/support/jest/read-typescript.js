import '@oxc-node/core/register';
