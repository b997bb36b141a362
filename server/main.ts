import { flushCompileCache } from 'node:module';
import './loading.ts';

// What a file imports by name is loaded before any of it runs; the rest is to be loaded our way.
await import('./serve.ts');
flushCompileCache();
