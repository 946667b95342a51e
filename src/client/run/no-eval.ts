import { config } from 'zod/v4/core';

// Zod would try whether it may make functions of texts, which the policy of the pages forbids and reports.
config({ jitless: true });
