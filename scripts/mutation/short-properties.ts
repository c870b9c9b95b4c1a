import fc from 'fast-check';

/**
 * For mutation testing alone: a property that finds nothing wrong stops after a quarter of a second. Thousands of cases for
 * each of thousands of mutants would take days, and nearly every mutant that a property notices it notices at once.
 */
fc.configureGlobal({ interruptAfterTimeLimit: 250 });
