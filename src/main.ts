import 'virtual:fluent-tokens.css';
import './app/theme/theme.css';
import './app/theme/base.css';
import './app/theme/print.css';
import { start } from './app/start/start.ts';
import { themeChoice } from './ui/theme-choice.ts';

themeChoice.start();
void start();
