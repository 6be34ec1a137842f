export { createPhoneDetector, type PhoneDetectorOptions } from './create-phone-detector.ts';
