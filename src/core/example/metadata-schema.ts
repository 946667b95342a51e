import { z } from 'zod';
import { contractSchema } from '../contract/contract-schema.ts';

/**
 * The metadata block of an example as JSON Schema, for editors: what `parseMetadata` and `parseContract`
 * take. It checks neither contradictions between keys nor the syntax of regular expressions.
 */
export function blockSchema(): z.core.JSONSchema.JSONSchema {
  const { $schema, ...contract } = z.toJSONSchema(contractSchema, { io: 'input' });
  return {
    $schema,
    title: 'Metadata block of an example',
    description: 'The comment "# /// script" at the head of a Python file: https://peps.python.org/pep-0723/',
    type: 'object',
    properties: {
      'requires-python': {
        type: 'string',
        description: 'Versions of Python that the sample is for.',
        examples: ['>=3.11'],
      },
      dependencies: {
        type: 'array',
        items: { type: 'string' },
        maxItems: 0,
        description: 'None: a run sees the standard library alone.',
      },
      tool: {
        type: 'object',
        properties: { verbatim: { title: 'Contract: what of the output is promised', ...contract } },
      },
    },
  };
}
