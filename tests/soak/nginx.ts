import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { selfSigned } from '../mail/certificate.ts';

/** A real nginx with the example of `server/operating/examples/`, on ports of this machine. */

const EXAMPLE = 'server/operating/examples/nginx.conf';
const HOST = 'barnbokslut.example.se';

/** The program, or null where it is not installed. */
export const nginxProgram = (): string | null =>
	[
		'/usr/sbin/nginx',
		'/usr/local/sbin/nginx',
		'/usr/local/bin/nginx',
		'/opt/homebrew/bin/nginx'
	].find((path) => existsSync(path)) ?? null;

export type Ports = { app: number; http: number; tls: number };

/** The example as it stands, with other ports, paths and host; each of them must have stood there. */
export function exampleFor(folder: string, ports: Ports): string {
	const swaps: [string, string][] = [
		['127.0.0.1:3000', `127.0.0.1:${ports.app}`],
		[`https://${HOST}$`, `https://localhost:${ports.tls}$`],
		[`server_name ${HOST};`, 'server_name localhost;'],
		['listen 80;', `listen 127.0.0.1:${ports.http};`],
		['listen [::]:80;', ''],
		['listen 443 ssl http2;', `listen 127.0.0.1:${ports.tls} ssl http2;`],
		['listen [::]:443 ssl http2;', ''],
		['/etc/ssl/barnbokslut/', `${folder}/`],
		['/var/log/nginx/', `${folder}/`]
	];
	return swaps.reduce(
		(text, [from, to]) => {
			if (!text.includes(from)) throw new Error(`${EXAMPLE} no longer has "${from}"`);
			return text.replaceAll(from, to);
		},
		readFileSync(EXAMPLE, 'utf8')
	);
}

/** Starts nginx; it ends with `SIGTERM`. */
export function startNginx(program: string, folder: string, ports: Ports): ChildProcess {
	mkdirSync(join(folder, 'temp'), { recursive: true });
	const { key, cert } = selfSigned();
	writeFileSync(join(folder, 'privkey.pem'), key, { mode: 0o600 });
	writeFileSync(join(folder, 'fullchain.pem'), cert);
	writeFileSync(join(folder, 'barnbokslut.conf'), exampleFor(folder, ports));
	const temp = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi']
		.map((name) => `${name}_temp_path ${folder}/temp/${name};`)
		.join(' ');
	writeFileSync(
		join(folder, 'nginx.conf'),
		`daemon off; worker_processes 1; pid ${folder}/nginx.pid; error_log ${folder}/error.log;
		${process.getuid?.() === 0 ? 'user root;' : ''}
		events { worker_connections 512; }
		http { ${temp} include ${folder}/barnbokslut.conf; }`
	);
	return spawn(program, ['-p', folder, '-c', join(folder, 'nginx.conf'), '-e', 'stderr'], {
		stdio: ['ignore', 'inherit', 'inherit']
	});
}
