import { DocumentsApp } from '../lib/documents-app.ts';

new DocumentsApp();
