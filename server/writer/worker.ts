import '#server/loading.ts';
import { flushCompileCache } from 'node:module';

// As in server/main.ts: a thread has a loader of its own.
await import('./work.ts');
flushCompileCache();
