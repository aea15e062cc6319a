import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Extractor, ExtractorConfig, ExtractorLogLevel } from '@microsoft/api-extractor';

/** One exported thing or one of its members, as API Extractor writes it into its `.api.json`. */
export interface ApiItem {
  readonly kind: string;
  readonly canonicalReference: string;
  /** Absent on a constructor. */
  readonly name?: string;
  /** Comment with its stars; empty where there is none. */
  readonly docComment?: string;
  readonly excerptTokens?: readonly { readonly text: string }[];
  readonly members?: readonly ApiItem[];
}

/**
 * Everything that one entry of the package exports, in the order of names.
 *
 * @param entry - declarations of the entry, from the root or absolute: `dist/lib/index.d.ts`
 * @throws Error with every error that API Extractor reports, such as declarations that do not compile
 */
export function extractApi(root: string, entry: string): readonly ApiItem[] {
  const folder = mkdtempSync(join(tmpdir(), 'api-'));
  const mainEntryPointFilePath = resolve(root, entry);
  const apiJsonFilePath = join(folder, 'package.api.json');
  const silent = { default: { logLevel: ExtractorLogLevel.None } };
  const config = ExtractorConfig.prepare({
    configObject: {
      projectFolder: root,
      mainEntryPointFilePath,
      compiler: {
        overrideTsconfig: {
          compilerOptions: {
            module: 'nodenext',
            target: 'es2022',
            lib: ['es2023'],
            types: ['node'],
            strict: true,
            skipLibCheck: true,
          },
          files: [mainEntryPointFilePath],
        },
      },
      apiReport: { enabled: false },
      docModel: { enabled: true, apiJsonFilePath },
      dtsRollup: { enabled: false },
      tsdocMetadata: { enabled: false },
      // Our comments are not TSDoc to the letter (`@default`, no release tags); declarations must compile.
      messages: {
        compilerMessageReporting: { default: { logLevel: ExtractorLogLevel.Error } },
        // A type that an export mentions and nobody can import: its page would name it and describe it nowhere.
        extractorMessageReporting: {
          ...silent,
          'ae-forgotten-export': { logLevel: ExtractorLogLevel.Error },
        },
        tsdocMessageReporting: silent,
      },
    },
    configObjectFullPath: undefined,
    packageJsonFullPath: join(root, 'package.json'),
  });
  try {
    const errors: string[] = [];
    const { succeeded } = Extractor.invoke(config, {
      localBuild: true,
      messageCallback: (message) => {
        if (message.logLevel === ExtractorLogLevel.Error)
          errors.push(message.formatMessageWithLocation(root));
        message.handled = true;
      },
    });
    if (!succeeded || errors.length > 0) throw new Error(`${entry}: ${errors.join('\n')}`);
    const [entryPoint] = JSON.parse(readFileSync(apiJsonFilePath, 'utf8')).members;
    return entryPoint.members;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
