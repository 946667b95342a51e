import type { APIRoute } from 'astro';
import { z } from 'zod';
import { verifiedListSchema } from '../site/pages/verified-list.ts';

/** The JSON Schema of the list of verdicts: https://json-schema.org */
export const GET: APIRoute = () => Response.json(z.toJSONSchema(verifiedListSchema));
