// The page that the sign-in service comes back to (redirect.html): it hands the answer to the window that asked.
import { broadcastResponseToMainFrame } from '@azure/msal-browser/redirect-bridge';

broadcastResponseToMainFrame().catch(() => {
  // Opened by hand, or with an answer that nobody asked for: the start page is the only useful place.
  if (window.top === window.self) location.replace('/');
});
