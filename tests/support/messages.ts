import { LANGS, loadMessages } from '#messages/index.ts';

/** As the server does when it starts: every test may speak either language. */
await Promise.all(LANGS.map(loadMessages));
