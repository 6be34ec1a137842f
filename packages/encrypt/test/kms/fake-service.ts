import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

/** A request as a fake sees it. */
export interface FakeRequest {
  readonly method: string;
  readonly url: URL;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** What a fake answers. */
export interface FakeAnswer {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: unknown;
}

/** An answer in the place of the fake's own: an answer, silence, or a connection that breaks off. */
export type Fault = FakeAnswer | 'silence' | 'reset';

/** A local HTTP server that stands in for a cloud's service in tests, faults included. */
export class FakeService {
  readonly #server: Server;
  readonly #sockets = new Set<Socket>();
  /** Taken one by one before the fake answers by itself. */
  readonly faults: Fault[] = [];
  readonly requests: FakeRequest[] = [];

  constructor(answer: (request: FakeRequest) => FakeAnswer) {
    this.#server = createServer(async (incoming, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of incoming) chunks.push(chunk as Buffer);
      const { method = '', headers, url = '/' } = incoming;
      const request = {
        method,
        headers,
        url: new URL(url, 'http://fake'),
        body: Buffer.concat(chunks),
      };
      this.requests.push(request);
      const fault = this.faults.shift();
      if (fault === 'silence') return;
      if (fault === 'reset') return void incoming.socket.destroy();
      const { status, headers: more, body } = fault ?? answer(request);
      response.writeHead(status, { 'content-type': 'application/json', ...more });
      response.end(typeof body === 'string' ? body : JSON.stringify(body));
    });
    this.#server.on('connection', (socket) => {
      this.#sockets.add(socket);
      socket.on('close', () => this.#sockets.delete(socket));
    });
  }

  /** Begins to listen; gives host and port. */
  async listen(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
    return `127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  close(): void {
    this.#server.close();
    for (const socket of this.#sockets) socket.destroy();
  }
}
