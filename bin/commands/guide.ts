import { type Command, Option } from 'commander';
import {
  type CertificateSource,
  certificateSources,
} from '../../lib/operations/guide/certificate-sources.ts';
import { finish } from '../terminal/finish.ts';
import { printFormatOption } from '../terminal/format-option.ts';
import { configOption } from '../terminal/shared-options.ts';

interface GuideOptions {
  readonly config: string;
  readonly format: 'text' | 'markdown' | 'json';
  readonly certificates: CertificateSource;
}

export function register(program: Command): void {
  program
    .command('guide <vendor>')
    .description('print the first deployment of a vendor as commands, with the values of the configuration')
    .addOption(configOption())
    .addOption(printFormatOption('text', 'markdown', 'json'))
    .addOption(
      new Option('--certificates <source>', 'an authority made with OpenSSL, or one in AWS Private CA')
        .choices(certificateSources)
        .default('openssl'),
    )
    .action(async (vendor: string, { config, format, certificates }: GuideOptions) => {
      const { makeGuide } = await import('../../lib/operations/guide/make-guide.ts');
      const { guideRenderers } = await import('../../lib/operations/guide/render-guide.ts');
      finish(guideRenderers[format](makeGuide(vendor, config, certificates)));
    });
}
