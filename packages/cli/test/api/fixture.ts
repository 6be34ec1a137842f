import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { useCommand } from '../scan/command.ts';

/** A description with a flaw of every severity, in words of two languages, on lines that are known. */
export const description = `openapi: 3.1.0
info: { title: 客户, version: '1' }
servers: [{ url: 'http://api.example.com' }] # plain
security: [{ bearer: [] }]
paths:
  /users/{id}:
    get:
      security: [] # left over
      parameters: [{ name: id, in: path, required: true, schema: { type: integer } }]
      responses:
        '200':
          description: ok
          content: { application/json: { schema: { $ref: '#/components/schemas/User' } } }
components:
  securitySchemes: { bearer: { type: http, scheme: bearer } }
  schemas:
    User: { type: object, properties: { 手机号: { type: string }, password: { type: string } } }
`;

/** A command and a folder for descriptions. */
export function useDescriptions() {
  const place = useCommand();
  const path = (name: string) => join(place.folder, name);
  return {
    path,
    async write(name: string, content: string): Promise<string> {
      await writeFile(path(name), content);
      return path(name);
    },
  };
}
