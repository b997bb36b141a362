import { flushCompileCache } from 'node:module';
import { parentPort, workerData } from 'node:worker_threads';
import { work, type Job } from './work.ts';

const answer = await work(workerData as Job);
// Before the answer: whoever gets it ends the thread.
flushCompileCache();
parentPort?.postMessage(answer);
