export { guardExpress } from './guard-express.ts';
export { type FastifyReplyLike, type FastifyRequestLike, guardFastify } from './guard-fastify.ts';
export { guardKoa, type KoaContext } from './guard-koa.ts';
