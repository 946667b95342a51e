import type { APIRoute } from 'astro';
import build from 'virtual:verbatim/build';
import examples from 'virtual:verbatim/examples';
import { verifiedList } from '../site/pages/verified-list.ts';

export const GET: APIRoute = () => Response.json(verifiedList(examples, build));
