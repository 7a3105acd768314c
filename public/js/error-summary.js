// What is wrong is read out first.
document.querySelector('.error-summary')?.focus();
