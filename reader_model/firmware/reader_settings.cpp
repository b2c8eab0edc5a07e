#include "reader_model/firmware/reader_settings.h"

namespace uketsuke::reader {

FlowSettings flow_settings(const ReaderSettings& settings) {
  FlowSettings flow;
  flow.camera = settings.profile.camera;
  flow.face_attempts = settings.profile.face_attempts;
  flow.consent_all = settings.release.consent_all;
  flow.limit_screen = settings.release.limit_screen;
  flow.prescription_form = settings.release.prescription_form && settings.asks_prescription_form;
  flow.consent_order = settings.profile.consent_order;
  flow.asks = settings.asks;
  const ReaderProfile& profile = settings.profile;
  flow.disease = settings.release.disease_after_limit ? DiseaseQuestion::after_limit
                 : profile.asks_specific_disease      ? DiseaseQuestion::own_question
                                                      : DiseaseQuestion::never;
  flow.disease_in_consent_all = profile.specific_disease_in_consent_all;
  flow.refuse_all_button = profile.refuse_all_button;
  flow.asks_after_visual_check = profile.visual_check_asks_consent;
  flow.suspended_ends_reception = profile.suspended_certificate_as_revoked;
  flow.smartphone = profile.smartphone && settings.release.smartphone;
  flow.phone_registers = profile.phone_registers;
  flow.phone_attempts = profile.phone_attempts;
  if (settings.defect) plant(*settings.defect, flow);
  return flow;
}

}  // namespace uketsuke::reader
