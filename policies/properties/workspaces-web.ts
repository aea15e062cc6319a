import { judgedBy } from '../authoring/shapes/judged-by.ts';
import { made } from '../authoring/shapes/made.ts';
import type { PropertyLists } from '../authoring/shapes/shape.ts';
import { tags } from '../authoring/shapes/tags.ts';
import { number } from '../authoring/shapes/text.ts';

const channel = judgedBy('LPO-WKS-01/no-copy-out');

/** No stack of ours makes one; a firm may put a secure browser in front of the workspace. */
export const properties: PropertyLists = {
  'AWS::WorkSpacesWeb::UserSettings': {
    CopyAllowed: channel,
    CustomerManagedKey: made('AWS::KMS::Key'),
    DisconnectTimeoutInMinutes: number(1, 600, 'minutes'),
    DownloadAllowed: channel,
    IdleDisconnectTimeoutInMinutes: number(0, 60, 'minutes'),
    PasteAllowed: channel,
    PrintAllowed: channel,
    Tags: tags,
    UploadAllowed: channel,
  },
};
